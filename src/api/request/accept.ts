import type { newRequest } from "../../contract/request/request.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { accept } from "../../domain/request/decide.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import { inUse, retiredSaid } from "../../domain/rule/retired.ts";
import { openDayAt } from "../../store/leaderDay/plans.ts";
import type { Visit } from "../visit.ts";

/** 诉求分类的版本: codes come from the platform's rulebook. */
const TREE = "1";

type NewRequest = typeof newRequest._output;

/** 填写的内容 against the rulebook of that day. */
function unknownIn({ type, category, place }: NewRequest, { rulebook, dateOf }: Rules, at: number): Refused | null {
  const on = dateOf(at);
  const of = inUse(rulebook, "category", category, on);
  const retired =
    retiredSaid(rulebook, "category", category, on) ?? (place != null && retiredSaid(rulebook, "place", place, on));
  if (!inForce(rulebook, "requestType", type, on))
    return refuse("typeUnknown", `没有“${type}”这种诉求类型。`, "请从诉求类型表中选择。");
  if (retired) return refuse("retired", ...retired);
  if (!of || of.value.parent === null)
    return refuse("categoryUnknown", `“${category}”不是诉求小类。`, "请从分类表中选择小类。");
  if (place != null && !inForce(rulebook, "place", place, on))
    return refuse("placeUnknown", `没有代码为“${place}”的地区。`, "请从地区表中选择。");
  return null;
}

const contactOf = (given: NewRequest["contact"], id: string) =>
  given == null
    ? []
    : [
        {
          id,
          name: given.name ?? null,
          phone: given.phone ?? null,
          address: given.address ?? null,
          identityNumber: given.identityNumber ?? null,
        },
      ];

/** 这个席位上正在接听的领导接听日; null: no leader sits here. */
const leaderDayHere = ({ db, platform: { platform }, viewer: { role, number }, at }: Visit) =>
  role === "agent" ? openDayAt(db, platform, number, at) : null;

/** 登记 of a request by this visitor: what is to be recorded, or the refusal. */
export async function acceptGiven(given: NewRequest, visit: Visit, rules: Rules) {
  const unknown = unknownIn(given, rules, visit.at);
  if (unknown) return unknown;
  const [id, text, contact] = [visit.newId(), visit.newId(), visit.newId()];
  const number = await visit.number(visit.db, rules.dateOf(visit.at));
  const contacts = contactOf(given.contact, contact);
  const { type, category, channel, urgent, confidential } = given;
  const events = accept(
    id,
    {
      ...{ number, type, tree: TREE, category, channel, urgent, confidential, text },
      place: given.place ?? null,
      contact: contacts[0]?.id ?? null,
      call: given.call ?? null,
      hotEvent: given.hotEvent ?? null,
      leaderDay: given.leaderDay ?? (await leaderDayHere(visit)),
      mergedInto: null,
    },
    visit.actor,
    visit.at,
  );
  if ("refused" in events) return events;
  return { id, number, events, texts: [{ id: text, text: given.text }], contacts };
}
