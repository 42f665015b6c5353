import { mysteryParams, mysterySettlement, mysteryView } from "../../contract/county/mystery.ts";
import { mysteryRefusal, sheetNow } from "../../domain/county/mystery.ts";
import { isSameRating, sheetOf, tooHigh } from "../../domain/county/mysterySheet.ts";
import { isRefused, type Refused, refuse } from "../../domain/refusal.ts";
import { settleTask } from "../../store/county/mystery.ts";
import { operation } from "../operation.ts";
import { save } from "../save.ts";
import { plain } from "../texts.ts";
import type { Visit } from "../visit.ts";
import { type Loaded, taskToChange } from "./load.ts";
import { tellTask } from "./tell.ts";
import { answerOf, viewerOf } from "./view.ts";

type Settlement = typeof mysterySettlement._output;

/** an objection is ruled on; where there is none, nothing is; one that is upheld changes something */
function unfit({ task, sheet: rules }: Loaded, { upheld, sheet }: Settlement): Refused | null {
  const { objection } = task;
  if (objection !== null && upheld === null) return refuse("invalid", "这一通有异议。", "请写明成立不成立和理由。");
  if (objection === null && upheld !== null) return refuse("invalid", "这一通没有异议。", "不用写成立不成立。");
  const before = sheetNow(task, rules);
  return upheld && sheet && before && isSameRating(sheet, before)
    ? refuse("nothingChanged", "异议成立，评分却一项也没有改。", "请改有异议的那一项；评得对的，请定为不成立。")
    : null;
}

/** 记入账本: what is settled is a mystery call like any other, of the moment it was made. */
async function recordCall({ task, sheet }: Loaded, settlement: Settlement, visit: Visit) {
  const settled = settlement.sheet ? sheetOf(settlement.sheet, sheet) : sheetNow(task, sheet)!;
  const { secondsToAnswer, voiceMenu, connection, etiquette, knowledge, followUp } = settled;
  const points = { secondsToAnswer, voiceMenu, connection, etiquette, knowledge, followUp };
  const event = {
    ...{ subject: "mysteryCall" as const, id: task.id, version: 1, kind: "mysteryCallScored" as const },
    ...{ at: task.ratings[0]!.calledAt, by: visit.actor.by, data: { county: task.county, ...points } },
  };
  await save(visit, { events: [event] });
}

/** 定分: an objection upheld, with the sheet that stands for the raters'; dropped, or none, with theirs. */
export const settleMysteryCall = operation({
  id: "settleMysteryCall",
  method: "POST",
  path: "/mystery-calls/{id}/settlement",
  summary: "定分：异议成立写改定的评分；没有异议的过了异议期再定；定了才计入综合排名",
  tag: "拨测",
  permit: ["office"],
  params: mysteryParams,
  body: mysterySettlement,
  answer: mysteryView,
  changes: true,
  writes: true,
  async handle({ params: { id }, body }, visit) {
    const of = await taskToChange(id, visit);
    if (isRefused(of)) return of;
    const { db, platform, actor, at } = visit;
    const rules = await visit.rules();
    const refused = mysteryRefusal("settle", { ...of, viewer: viewerOf(visit), at, rules }) ?? unfit(of, body);
    if (refused) return refused;
    const high = body.sheet && tooHigh(body.sheet, of.sheet);
    if (high) return refuse("invalid", high, "请改正分数。");
    await recordCall(of, body, visit);
    const { upheld, text } = body;
    await settleTask(db, platform.platform, id, { at, by: actor.by, upheld, text: text && plain(text) });
    await tellTask("settle", id, visit);
    return answerOf(id, visit);
  },
});
