import { describe, expect, it } from "vitest";
import { processRulebook, rules } from "../../../test/world/orderSteps.ts";
import type { RuleRow } from "../rule/rulebook.ts";
import { rulesOf } from "./rules.ts";
import { trialOf, trialWords, withRow } from "./ruleTrial.ts";

const today = Date.parse("2022-10-10T02:00:00Z");
const row = <K extends RuleRow["kind"]>(kind: K, key: string, value: RuleRow<K>["value"], from = "2022-10-17") =>
  ({ kind, key, from, until: null, value, source: "会议纪要", assumption: false }) as RuleRow;
const says = (one: RuleRow, present = rules) => trialWords(trialOf(one, present), today);

describe("试算一行规则", () => {
  it("时限：同一个时刻起算，现行的和新的各到哪天，晚了还是早了", () => {
    const value = { amount: 7, in: "workingDays" as const, words: "7个工作日内办结" };
    expect(says(row("limit", "resolve", value))).toEqual([
      "7个工作日内办结：自2022年10月17日起，还有 7 天。",
      "10月17日 周一 09:00 起算的，现行 5 个工作日，至 10月24日 周一 24:00；新的 7 个工作日，至 10月26日 周三 24:00，比现在晚。",
      "自那天起起算的才按新的；已经记下的办结期限不动。",
    ]);
    expect(says(row("limit", "resolve", { ...value, amount: 5 }))[1]).toMatch(/，期限不变。$/);
    expect(says(row("limit", "resolve", { ...value, amount: 24, in: "hours" }))[1]).toMatch(
      /新的 24 小时，至 10月18日 周二 09:00，比现在早。$/,
    );
  });

  it("日历：一年里有几天签收的会变，举第一天为例；没有变的说没有", () => {
    const now = processRulebook.rows.calendarYear!.findLast(({ key }) => key === "2022")!.value;
    expect(says(row("calendarYear", "2022", now))).toEqual(["2022 年。", "2022 年哪天签收的，办结期限都和现在一样。"]);
    const more = { ...now, holidays: [...now.holidays, "2022-10-19"] };
    const [, first, example] = says(row("calendarYear", "2022", more));
    expect(first).toBe("2022 年有 7 天，那天签收的办结期限会变。");
    expect(example).toBe("例如 10月12日 周三 09:00 签收的，现行至 10月19日 周三 24:00；新的至 10月20日 周四 24:00。");
  });

  it("门槛：由几改为几；没有变的、以前没有的都说出来", () => {
    const before = rules.threshold("superviseBlue", today);
    const value = { value: before + 5, words: "临期" };
    expect(says(row("threshold", "superviseBlue", value))).toContain(
      `自2022年10月17日起由 ${before}改为 ${before + 5}。`,
    );
    expect(says(row("threshold", "superviseBlue", { ...value, value: before }))).toContain(
      `数没有变，还是 ${before}。`,
    );
    expect(says(row("threshold", "none", value))).toContain(`现在没有这一项；自2022年10月17日起是 ${before + 5}。`);
  });

  it("已有一版要从以后起：新的写在后面会盖过它，说出来；写明到那天为止就不会", () => {
    const value = { amount: 7, in: "workingDays" as const, words: "办结" };
    const planned = { ...row("limit", "resolve", value, "2022-12-01"), source: "下半年的决定" };
    const present = rulesOf(withRow(processRulebook, planned), rules.zone);
    const hidden = /^已有一版要从2022年12月1日起/;
    expect(says(row("limit", "resolve", value), present).at(-1)).toMatch(hidden);
    const bounded = { ...row("limit", "resolve", value), until: "2022-12-01" };
    expect(says(bounded, present).filter((one) => hidden.test(one))).toEqual([]);
  });
});
