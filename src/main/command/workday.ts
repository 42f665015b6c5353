import { calendar } from "../../../rulebook/national/calendar.ts";
import { isCivilDate } from "../../domain/calendar/civil.ts";
import { addWorkingDays, workCalendar } from "../../domain/calendar/workday.ts";
import { Refusal, refuse } from "../../domain/refusal.ts";
import { assemble } from "../../domain/rule/inForce.ts";
import type { Command } from "../command.ts";

/** 推算工作日: prints the date that many working days later, and says when it leaves the published calendar. */
export const workday: Command = {
  name: "workday",
  summary: "推算若干个工作日以后的日期，调休计算在内",
  arguments: [
    { name: "日期", summary: "起算日，当天不算，如 2022-09-30" },
    { name: "天数", summary: "工作日数，如 +2" },
  ],
  options: [],
  database: "none",
  async run({ arguments: given }, { io }) {
    const date = given.日期!;
    const days = given.天数!;
    if (!isCivilDate(date))
      throw new Refusal(refuse("invalidDate", `“${date}”不是日期。`, "请写成 2022-09-30 的样子。"));
    if (!/^\+?\d{1,5}$/.test(days))
      throw new Refusal(refuse("invalidDays", `“${days}”不是工作日数。`, "请写成 +2 的样子，最多五位数。"));
    const result = addWorkingDays(workCalendar(assemble([calendar])), date, Number(days));
    io.out(`${result.date}\n`);
    if (result.provisional) io.err(`提示：${provisionalYears()}以外没有公布放假安排，只按星期推算，结果为暂定。\n`);
    return 0;
  },
};

function provisionalYears(): string {
  const years = calendar.map((row) => row.key).sort();
  return `${years[0]}—${years.at(-1)} 年`;
}
