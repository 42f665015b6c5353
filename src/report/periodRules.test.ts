import { describe, expect, test } from "vitest";
import { booksFor } from "../../rulebook/books.ts";
import { fullFacts } from "../../test/world/report.ts";
import { satisfactionRule } from "../domain/measure/satisfaction.ts";
import { settingOf } from "../domain/measure/setting.ts";
import { untouched } from "../domain/report/draft.ts";
import { assemble } from "../domain/rule/inForce.ts";
import { draftChecks } from "./draft/checks.ts";
import { paperOf } from "./draft/paper.ts";
import type { ReportFacts } from "./facts.ts";
import { formulaChanges, formulaInForce } from "./phrase/satisfaction.ts";
import { plain } from "./phrase/say.ts";
import { calls } from "./section/calls.ts";
import { followUp } from "./section/followUp.ts";
import { openOverdue } from "./section/openOverdue.ts";

const rulebook = assemble(booksFor("湘潭市").map(({ rows }) => rows));
const facts = (month: string, recordsSince: string | null = null): ReportFacts => ({
  ...fullFacts(),
  ...{ month, rulebook, recordsSince },
});
const text = (section: typeof calls, of: ReportFacts) =>
  section
    .write(of)
    .map((block) => ("spans" in block ? plain(block.spans) : ""))
    .join("");

describe("几个月的报告里口径变过", () => {
  test("季报、年报的公式都按最后一个月的那一条，不混；月、周、日照旧按第一天", () => {
    const since = (month: string) => satisfactionRule(settingOf(rulebook, "湘潭市", month))?.from;
    expect(["2022-Q4", "2022", "2022-11"].map(since)).toEqual(["2022-11-01", "2022-11-01", "2022-11-01"]);
    for (const month of ["2022-10", "2022-10-31", "2022-Q3", "2021"]) expect(since(month)).not.toBe("2022-11-01");
  });

  test("正文与附注写的是同一口径，并说变更以前的也按它重算", () => {
    const told = formulaChanges(rulebook, "2022-Q4").map(plain).join("");
    expect(told).toContain("自2022年11月1日起");
    expect(told).toContain("本季度的满意率全部按该口径计算，2022年11月1日以前回访的也按它重算");
    expect(formulaChanges(rulebook, "2022-11").map(plain).join("")).not.toContain("重算");
    expect(plain(formulaInForce(rulebook, "2022")!)).toBe(plain(formulaInForce(rulebook, "2022-11")!));
  });

  test("回访方式变过的，逐段说自何日起怎样，不拿一种说成全期", () => {
    expect(text(followUp, facts("2022-Q4"))).toContain(
      "本季度回访方式有变化：10月1日起以短信进行（因疫情来电量大，转办工单以短信回访），12月1日起以电话进行（日常回访以电话进行）。",
    );
    expect(text(followUp, facts("2022-11"))).toContain("本月回访以");
  });

  test("记录晚于本期：说自何日起，不写日均，不与期初相比", () => {
    const year = facts("2022", "2022-10-01");
    expect(text(calls, year)).toContain("（记录自10月1日起）");
    expect(text(calls, year)).not.toContain("日均");
    expect(text(openOverdue, year)).toContain("较上年末无可比数据");
    expect(text(calls, facts("2022", "2022-01-01"))).toContain("日均");
  });

  test("定稿前检查说出口径变过、记录晚于本期，各说怎么办；没有的不说", () => {
    const said = (of: ReportFacts) =>
      draftChecks(paperOf(of, untouched), of, untouched).filter(({ kind }) => /^ruleChanged|^recordsLater/.test(kind));
    expect(said(facts("2022", "2022-10-01")).map(({ kind, sentence }) => `${kind} ${sentence}`)).toEqual([
      expect.stringMatching(/^ruleChanged 满意率的口径自2022年11月1日起变为“.+”，本期全部按2022年12月1日的口径计算。$/),
      expect.stringMatching(/^recordsLater 记录自2022年10月1日起，本期自2022年1月1日起：/),
    ]);
    expect(said(facts("2022-11", "2022-10-01"))).toEqual([]);
  });
});
