/** 评分的指标: what a scorecard can score, by component: the code that the engine fills in, its name, what is known of it. There are no others. */
import type { ScorecardComponent, ScorecardItem } from "./scorecard.ts";

/** 怎样算, in words */
export const wayNames: Record<ScorecardItem["kind"], string> = {
  proportional: "按比率折算",
  slope: "达标满分，不足扣分",
  verdict: "按检查结论给分",
  mean: "取各次的平均",
};

/** what is known of a measure, and how that can be scored */
const ways = { ratio: ["proportional", "slope"], points: ["verdict"], sheets: ["mean"] } as const satisfies Record<
  string,
  readonly ScorecardItem["kind"][]
>;

interface ScoredMeasure {
  name: string;
  /** two counts, points that somebody gave, or one sheet's points each */
  of: keyof typeof ways;
}

const ratio = (name: string) => ({ name, of: "ratio" }) as const;
const sheets = (name: string) => ({ name, of: "sheets" }) as const;

export const scoredMeasures = {
  dispatched: {
    onTime: ratio("按时办结率"),
    informed: ratio("联系反馈当事人率"),
    satisfaction: ratio("回访满意率"),
  },
  five: {
    answer: ratio("接通率"),
    firstContact: ratio("在线办结率"),
    onTime: ratio("按时办结率"),
    followUp: ratio("回访率"),
    satisfaction: ratio("满意率"),
    accuracy: { name: "数据准确度", of: "points" },
  },
  mysteryCall: {
    voiceMenu: sheets("语音导航"),
    connection: sheets("接通情况"),
    etiquette: sheets("服务规范"),
    knowledge: sheets("业务知识"),
    followUp: sheets("回访服务"),
  },
} as const satisfies Record<ScorecardComponent["key"], Record<string, ScoredMeasure>>;

export type MeasureKey<C extends ScorecardComponent["key"]> = keyof (typeof scoredMeasures)[C];

export const componentTerms: Record<ScorecardComponent["key"], string> = {
  dispatched: "交办工单办理",
  five: "五率一度",
  mysteryCall: "拨测",
};

/** 一部分的指标, by their codes */
export const measuresOf = (component: ScorecardComponent["key"]): Readonly<Record<string, ScoredMeasure>> =>
  scoredMeasures[component];

/** 这一部分能怎样算 */
export const waysOf = (component: ScorecardComponent["key"]): ScorecardItem["kind"][] => [
  ...new Set(Object.values(measuresOf(component)).flatMap((measure) => [...ways[measure.of]])),
];

/** 一项评不了, because nothing is known by its code or not in that way; null: it can be scored. */
export function itemFault(component: ScorecardComponent["key"], { key, kind }: ScorecardItem): string | null {
  const known = measuresOf(component);
  // a code may be whatever is typed: 'constructor' is none either
  const measure = Object.hasOwn(known, key) ? known[key]! : null;
  if (measure === null) {
    const all = Object.entries(known).map(([code, { name }]) => `${name}（${code}）`);
    return `${componentTerms[component]}里没有代码为“${key}”的指标，能评的是${all.join("、")}。`;
  }
  const possible: readonly string[] = ways[measure.of];
  if (possible.includes(kind)) return null;
  const said = ways[measure.of].map((way) => `“${wayNames[way]}”`).join("或");
  return `${componentTerms[component]}的${measure.name}不能“${wayNames[kind]}”，只能${said}。`;
}
