/** 抽样: how calls and orders come to be inspected. */
export type SampleOf = "call" | "order";

export const drawRules = {
  random: "随机",
  longCall: "通话时间长",
  dissatisfied: "不满意",
  late: "超期",
  returnedTwice: "退单两次以上",
} as const;
export type DrawRule = keyof typeof drawRules;

/** 各种对象能按什么抽 */
export const rulesFor: Record<SampleOf, readonly DrawRule[]> = {
  call: ["random", "longCall", "dissatisfied"],
  order: ["random", "dissatisfied", "late", "returnedTwice"],
};

export const sampleNames: Record<SampleOf, string> = { call: "来电", order: "工单" };

/** 最长的时段, in days: a draw looks at each call or order of its period */
export const LONGEST_DRAW = 92;
