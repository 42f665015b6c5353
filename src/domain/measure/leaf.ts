/** 统计范围: the named instant that chooses a month's records, in words. */
export const COHORTS = {
  offered: "来电时间在本月的来电",
  accepted: "受理时间在本月的诉求",
  acceptedFirstContact: "受理时间在本月、由热线在线办结的诉求",
  ratedFirstContact: "受理时间在本月、在线办结且已评价的诉求",
  acceptedDispatched: "受理时间在本月、已派发承办单位的诉求",
  dispatched: "首次派发时间在本月的工单，归入统计时点的主办单位",
  followUp: "首次回访结束时间在本月的工单",
  rated: "首次回访结束时间在本月的工单与受理时间在本月、在线办结且已评价的诉求合并",
  ratedOrNot: "首次回访结束时间在本月的工单与受理时间在本月、在线办结的诉求合并",
  due: "应在本月回访的工单",
  business: "受理时间在本月、小类属于涉企的诉求",
  acceptedAndBefore: "受理时间在本月和此前各期的诉求",
  civilized: "受理时间在本月、属于文明创建指标的诉求",
  hotEvent: "受理时间在本月、属于该热点事件的诉求",
  answered: "首次回访结束时间在本月、当事人回答了是否解决的工单",
  dissatisfied: "首次回访结束时间在本月、评价为不满意的工单",
  returns: "退单申请时间在本月的退单申请",
  stock: "本月最后时刻已过期限、仍未反馈的工单",
  county: "县级平台报送的本月数据",
  mysteryCall: "本月对县级平台的拨测",
  scorecard: "按考核评分表由本行各率计算",
  leaderDay: "本月领导接听日接听的来电",
  bulkReturn: "本月一次性批量退回的工单",
  none: "",
} as const;

export type Cohort = keyof typeof COHORTS;

/** 叶子的种类: what is printed there. */
export const leafKinds = [
  ...(["count", "percent", "points", "change", "score"] as const),
  ...(["name", "date", "month", "order", "word", "constant"] as const),
] as const;
export type LeafKind = (typeof leafKinds)[number];

/** 目录的一行, as written: a path of the figures file, its measure, what is printed there, how its records were chosen. */
export type Line = [path: string, measure: string, kind: LeafKind, cohort?: Cohort];
