import type { Place } from "./document.ts";

export const severities = ["high", "medium", "low"] as const;
/** 轻重: high and medium want an answer, low is for whoever has the time. */
export type Severity = (typeof severities)[number];

/** 轻重的叫法 */
export const severityNames: Record<Severity, string> = { high: "必须核对", medium: "应当核对", low: "可以留意" };

/** 矛盾: what in a report contradicts what, and how that was worked out. */
export interface Finding {
  kind: FindingKind;
  severity: Severity;
  /** 0…1: how sure it is that this is no misreading */
  confidence: number;
  places: (Place & { text: string })[];
  /** the values as they are printed, the doubtful one first */
  values: string[];
  /** the working, with numbers and signs only */
  arithmetic: string;
  /** one Chinese sentence that names both values */
  message: string;
}

/** 矛盾的种类: code → what an editor calls it. */
export const findingKinds = {
  partsAndWhole: "分项与合计",
  shareOfBase: "占比与件数",
  rateOfCounts: "率与件数",
  pooledRate: "总体率与分项率",
  change: "变动与前后数",
  changeUnit: "百分点与百分比",
  twoValues: "同一数两个值",
  listLength: "列举的个数",
  listOrder: "排列的次序",
  lineUp: "名称与数值对不上",
  rank: "名次与数值",
  average: "平均与合计",
  grade: "等次与得分",
  impossible: "不可能的数",
  wording: "用词与数值",
  tableSum: "表中合计",
  tableRow: "表中算式",
  scorecard: "评分算式",
} as const;

export type FindingKind = keyof typeof findingKinds;

/** 由把握定轻重: a slip of the last digit stays low whatever it is. */
export function severityOf(confidence: number, isSlight = false): Severity {
  if (isSlight || confidence < 0.5) return "low";
  return confidence >= 0.8 ? "high" : "medium";
}
