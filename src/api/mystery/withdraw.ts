import { mysteryMonth, mysteryParams, mysteryView, newMysteryWithdrawal } from "../../contract/county/mystery.ts";
import { type MysteryTask, mysteryRefusal } from "../../domain/county/mystery.ts";
import { isRefused, refuse } from "../../domain/refusal.ts";
import { tasksOfPlan, touchTasks, withdrawTasks } from "../../store/county/mystery.ts";
import { operation } from "../operation.ts";
import { plain } from "../texts.ts";
import type { Visit } from "../visit.ts";
import { monthOfCalls } from "./list.ts";
import { rulesOfSheet, taskToChange } from "./load.ts";
import { showTask } from "./tell.ts";
import { answerOf, viewerOf } from "./view.ts";

/** its platform hears nothing: it never knew of the call */
async function withdraw(tasks: readonly MysteryTask[], text: string, visit: Visit) {
  const { db, platform, actor, at } = visit;
  const ids = tasks.map(({ id }) => id);
  await withdrawTasks(db, platform.platform, ids, { at, by: actor.by, text: plain(text) });
  for (const { id, version } of tasks) showTask("withdraw", { id, version: version + 1 }, null, visit);
}

/** 撤销一通 that hasn't been made; it stays with its reason. */
export const withdrawMysteryCall = operation({
  id: "withdrawMysteryCall",
  method: "POST",
  path: "/mystery-calls/{id}/withdrawal",
  summary: "撤销一通还没有拨的拨测：排的人或者热线办，写明原因；撤销的留着",
  tag: "拨测",
  permit: ["inspector", "office"],
  params: mysteryParams,
  body: newMysteryWithdrawal,
  answer: mysteryView,
  changes: true,
  writes: true,
  async handle({ params: { id }, body: { text } }, visit) {
    const of = await taskToChange(id, visit);
    if (isRefused(of)) return of;
    const refused = mysteryRefusal("withdraw", {
      ...of,
      ...{ viewer: viewerOf(visit), at: visit.at, rules: await visit.rules() },
    });
    if (refused) return refused;
    await withdraw([of.task], text, visit);
    return answerOf(id, visit);
  },
});

/** 撤销一个计划: those of its calls that haven't been made; whoever rates one at the same moment decides again. */
export const withdrawMysteryPlan = operation({
  id: "withdrawMysteryPlan",
  method: "POST",
  path: "/mystery-plans/{id}/withdrawal",
  summary: "撤销一个计划里还没有拨的各通：排的人或者热线办，写明原因；都撤销了可以重排",
  tag: "拨测",
  permit: ["inspector", "office"],
  params: mysteryParams,
  body: newMysteryWithdrawal,
  answer: mysteryMonth,
  writes: true,
  async handle({ params: { id }, body: { text } }, visit) {
    const { db, platform, at } = visit;
    const tasks = await tasksOfPlan(db, platform.platform, id);
    const [first] = tasks;
    if (!first) return refuse("notFound", "没有这个拨测计划。", "请从清单打开。");
    const sheet = await rulesOfSheet(first.month, visit);
    if (isRefused(sheet)) return sheet;
    const rules = await visit.rules();
    const refusalOf = (task: MysteryTask) =>
      mysteryRefusal("withdraw", { task, sheet, viewer: viewerOf(visit), at, rules });
    const open = tasks.filter((task) => refusalOf(task) === null);
    if (open.length === 0)
      return refusalOf(tasks.find(({ withdrawal, settlement }) => !withdrawal && !settlement) ?? first)!;
    await touchTasks(
      db,
      platform.platform,
      open.map((task) => task.id),
    );
    await withdraw(open, text, visit);
    return monthOfCalls(first.month, visit);
  },
});
