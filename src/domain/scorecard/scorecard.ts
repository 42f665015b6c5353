/** 考核评分表: data that an operator edits; the code knows only the kinds of item. All points, rates and slopes in hundredths. */
export interface Scorecard {
  name: string;
  /** total points a perfect score gives after weighting, in hundredths (10000 = 100.00) */
  full: number;
  /** 舍入步骤: decimals kept at each step; null = not rounded there */
  rounding: { rates: number | null; items: number | null; components: number | null };
  /** 无分母的指标: an item without a value is left out and its component restated to full points, or earns 0 */
  whenMissing: "leaveOut" | "zero";
  components: ScorecardComponent[];
  note: string[];
}

export interface ScorecardComponent {
  key: "dispatched" | "five" | "mysteryCall";
  name: string;
  /** weight in hundredths of a percent of the total: 1000 = 10 % */
  weight: number;
  items: ScorecardItem[];
}

export type ScorecardItem =
  /** points in proportion to the rate: rate × points */
  | { kind: "proportional"; key: string; name: string; points: number; assumption?: string }
  /** full points from `fullFrom` up, `slope` points less for each percentage point below, never under 0 */
  | { kind: "slope"; key: string; name: string; points: number; fullFrom: number; slope: number; assumption?: string }
  /** a verdict given as points (数据准确度) */
  | { kind: "verdict"; key: string; name: string; points: number }
  /** the mean of the sheets' points (拨测) */
  | { kind: "mean"; key: string; name: string; points: number };
