import { pointersOf } from "../../domain/calendar/period.ts";
import type { BusinessFigures } from "../../domain/measure/businessFigures.ts";
import type { Measured } from "../../domain/measure/measured.ts";
import { listLength } from "../../domain/measure/setting.ts";
import type { Block } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { alsoCompared } from "../phrase/change.ts";
import { count, counted, num, some } from "../phrase/number.ts";
import { ranking, shares } from "../phrase/rank.ts";
import { periodSaid } from "../phrase/reach.ts";
import { say, separated } from "../phrase/say.ts";
import { barsBlock, chartRow, notes, paragraph, type Section } from "./section.ts";

type Business = BusinessFigures<Measured>;

/** 涉企诉求情况: requests about what businesses turn to the hotline for, as the rulebook marks subcategories. */
export const business: Section = {
  name: "business",
  extra: true,
  path: ["接听情况分析", "涉企诉求情况"],
  write: (facts) => {
    const of = facts.further?.business;
    if (!of) return [];
    if (!some(of.count)) return [paragraph("accepted", `${pointersOf(facts.month).this}没有涉企诉求。`), remark()];
    return [paragraph("accepted", ...accepted(facts, of)), ...leading(facts, of), remark()];
  },
};

function accepted(facts: ReportFacts, of: Business) {
  const items = of.groups.filter((one) => some(one.count)).map(({ group, ...rest }) => ({ name: group, ...rest }));
  const listed = separated(
    items.map((item) => counted(item.name, item.count, "件")),
    "、",
  );
  const part = of.share.value === null ? [] : say`，占受理诉求总量的${num(of.share)}`;
  const groups = items.length > 0 ? say`按事项分，${listed}${shares(items, "涉企诉求")}。` : [];
  return say`${periodSaid(facts)}受理涉企诉求${count(of.count, "件")}${part}${alsoCompared(of.countMoM)}；其中由热线办结${count(of.firstContact, "件")}、派发承办单位${count(of.dispatched, "件")}。${groups}`;
}

function leading(facts: ReportFacts, of: Business): Block[] {
  const items = of.leading.map(({ topic, ...rest }) => ({ name: topic, ...rest }));
  const most = listLength(facts, "businessLeading");
  const told = ranking({ month: facts.month, of: "涉企诉求小类", items, most, unit: "件", total: "涉企诉求" });
  return [
    paragraph("leading", ...told),
    ...barsBlock(
      "涉企诉求的主要小类",
      "件",
      items.flatMap((item) => chartRow(item.name, item.count, "件", item.share)),
    ),
  ];
}

const remark = (): Block =>
  notes([["涉企诉求按诉求小类计：规则库列为涉企的小类全部计入，不问来电人是不是企业；企业反映的其他事项不在其内"]]);
