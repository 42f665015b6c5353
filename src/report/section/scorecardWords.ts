import { ruleDay } from "../../domain/calendar/month.ts";
import { printHundredths } from "../../domain/measure/exact.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import { componentTerms, measuresOf } from "../../domain/scorecard/measures.ts";
import type { Scorecard, ScorecardComponent, ScorecardItem } from "../../domain/scorecard/scorecard.ts";
import type { Span } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { say, separated } from "../phrase/say.ts";

/** 考核表头: names, points and weights as the scorecard in force has them; plain names where the rulebook has no scorecard. */
export interface CardWords {
  component(key: ScorecardComponent["key"]): string;
  item(component: ScorecardComponent["key"], key: string): string;
  total: string;
}

/** whole numbers without decimals: 4000 → 40, 1250 → 12.50 */
const short = (hundredths: number) => (hundredths % 100 === 0 ? String(hundredths / 100) : printHundredths(hundredths));

const card = ({ rulebook, month }: ReportFacts): Scorecard | null =>
  inForce(rulebook, "scorecard", "countyComposite", ruleDay(month))?.value ?? null;

export function cardWords(facts: ReportFacts): CardWords {
  const scorecard = card(facts);
  const component = (key: ScorecardComponent["key"]) => scorecard?.components.find((one) => one.key === key);
  return {
    component: (key) => {
      const found = component(key);
      return found ? `${found.name}（${short(found.weight)}%）` : `${componentTerms[key]}评分`;
    },
    item: (key, item) => {
      const found = component(key)?.items.find((one) => one.key === item);
      return found ? `${found.name}（${short(found.points)}分）` : (measuresOf(key)[item]?.name ?? item);
    },
    total: scorecard ? `总分（${short(scorecard.full)}分）` : "总分",
  };
}

/** 附件2的注: how the total comes about and by what rule each item is scored, from the scorecard in force. */
export function scorecardNotes(facts: ReportFacts): Span[][] {
  const scorecard = card(facts);
  if (!scorecard) return [];
  return [
    say`每个平台上一行为比率，下一行为得分`,
    ...scorecard.note.map((note) => say`${note}`),
    ...scorecard.components.flatMap(({ name, items }) => {
      const rules = items.flatMap((item) => rule(item) ?? []);
      return rules.length === 0 ? [] : [say`${name}：${separated(rules, "，")}`];
    }),
  ];
}

function rule(item: ScorecardItem): string | null {
  const assumed = "assumption" in item && item.assumption ? "（假定）" : "";
  switch (item.kind) {
    case "proportional":
      return `${item.name}按比率乘${short(item.points)}分计${assumed}`;
    case "slope":
      return `${item.name}${short(item.fullFrom)}%及以上得${short(item.points)}分、每低1个百分点减${short(item.slope)}分${assumed}`;
    case "verdict":
      return `${item.name}由数据检查评定，满分${short(item.points)}分`;
    case "mean":
      return null;
  }
}
