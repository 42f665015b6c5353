import { handedIn, handInBody } from "../../contract/citizen/citizen.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { typesOffered } from "../../domain/request/citizen.ts";
import { queryCodeOf } from "../../store/citizen/queryCode.ts";
import { aCitizen, logVisit } from "../access/log.ts";
import { operation } from "../operation.ts";
import { handIn } from "../request/intake.ts";
import type { Visit } from "../visit.ts";
import { handsInTooOften } from "./limit.ts";

type Given = typeof handInBody._output;

const said = ({ text, spot }: Given): string => (spot == null ? text : `${text}\n具体地点：${spot}`);

const contactOf = ({ name, phone }: Given) => (name == null && phone == null ? null : { name, phone });

async function typeFault({ type }: Given, visit: Visit): Promise<Refused | null> {
  const offered = typesOffered(await visit.rules(), visit.at);
  return offered.some(({ key }) => key === type)
    ? null
    : refuse("typeUnknown", "没有这种诉求类型。", "请从列出的里面选。");
}

/** 市民自己登记: the number and the code are told once; sent again under its key, told again. */
export const handInRequest = operation({
  id: "handInRequest",
  method: "POST",
  path: "/citizen/requests",
  summary: "市民端：反映一件事，得到编号和查询码",
  tag: "市民端",
  permit: "everyone",
  body: handInBody,
  answer: handedIn,
  repeatable: true,
  async handle({ body }, visit) {
    const refused = handsInTooOften(visit) ?? (await typeFault(body, visit));
    if (refused) return refused;
    const { type, category, place, confidential } = body;
    const given = { type, category, place, confidential, text: said(body), contact: contactOf(body) };
    const made = await handIn({ ...given, channel: "web", urgent: false }, visit);
    if ("refused" in made) return made;
    await logVisit(visit, { operation: "handInRequest", subject: ["request", made.id] }, aCitizen);
    return { number: made.number, code: (await queryCodeOf(visit.db, visit.platform.platform, made.id))! };
  },
});
