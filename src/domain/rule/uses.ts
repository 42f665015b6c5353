/** 这条规则用在哪: which measures, which clocks and which pages read a kind of rule; the test names only what exists. */
import type { RuleKind } from "./rulebook.ts";

export interface RuleUse {
  /** 指标, by their ids in the catalogue */
  measures: readonly string[];
  /** 工单的动作, by their names in the lifecycle */
  actions: readonly string[];
  /** 工作台和单页, by their names */
  pages: readonly string[];
  /** what else, in a word each */
  others: readonly string[];
}

const use = (of: Partial<RuleUse>): RuleUse => ({ measures: [], actions: [], pages: [], others: [], ...of });

const REPORT = "月报";
const SENDING = ["dispatch", "redispatch"];

// biome-ignore format: one line a kind, so that it reads as a table
export const ruleUses: Record<RuleKind, RuleUse> = {
  satisfaction:  use({ measures: ["overall.satisfactionRate", "firstContact.satisfactionRate", "followUp.satisfactionRate"], pages: ["承办单位台", "回访台", "驾驶舱"], others: [REPORT] }),
  threshold:     use({ pages: ["承办单位台", "督办台", "知识库", "质检", "接听台", "县级平台", "拨测"], others: [REPORT, "登录", "查询码"] }),
  answerWithin:  use({ measures: ["calls.answeredWithin15s"], pages: ["驾驶舱", "拨测"], others: [REPORT] }),
  limit:         use({ measures: ["orders.onTimeRate", "orders.openOverdue"], actions: ["dispatch", "acknowledge", "requestReturn", "resolve", "reopen", "remind", "supervise"], pages: ["派单台", "承办单位台", "回访台", "督办台", "接听台", "质检", "县级平台", "拨测"] }),
  retention:     use({ others: ["期满遗忘"] }),
  followUpMode:  use({ actions: ["attemptFollowUp", "concludeFollowUp"], pages: ["回访台"], others: [REPORT] }),
  scorecard:     use({ measures: ["scorecard.total"], pages: ["考核", "县级平台", "拨测"], others: [REPORT] }),
  ranking:       use({ pages: ["考核"], others: [REPORT] }),
  scoreSheet:    use({ pages: ["质检"] }),
  requestType:   use({ pages: ["接听台"], others: ["市民端"] }),
  category:      use({ measures: ["requests.topCategories", "requests.topSubcategories"], pages: ["接听台", "派单台"], others: [REPORT, "市民端"] }),
  alias:         use({ measures: ["requests.topSubcategories"], pages: ["接听台"], others: [REPORT] }),
  listLength:    use({ others: [REPORT] }),
  civilized:     use({ measures: ["requests.civilizedCity"], others: [REPORT] }),
  business:      use({ others: [REPORT] }),
  unitGroup:     use({ measures: ["orders.byUnit"], others: [REPORT] }),
  unit:          use({ measures: ["orders.byUnit"], actions: SENDING, pages: ["派单台", "承办单位台", "热线办"], others: [REPORT, "登录"] }),
  place:         use({ measures: ["orders.placeTopics"], actions: SENDING, pages: ["接听台", "派单台"], others: [REPORT, "市民端"] }),
  county:        use({ measures: ["counties.offered"], pages: ["县级平台"], others: [REPORT, "登录"] }),
  hotEvent:      use({ measures: ["requests.hotEvent"], others: [REPORT] }),
  directory:     use({ actions: SENDING, pages: ["接听台", "派单台"] }),
  report:        use({ others: [REPORT] }),
  wording:       use({ others: [REPORT] }),
  calendarYear:  use({ measures: ["orders.onTimeRate", "orders.openOverdue"], actions: ["acknowledge", "requestReturn", "resolve", "requestExtension", "supervise"], pages: ["派单台", "承办单位台", "督办台"] }),
};
