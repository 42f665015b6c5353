import { instant } from "../cell/instant.ts";
import { named } from "../cell/name.ts";
import { code, text } from "../cell/text.ts";
import { trail } from "../cell/trail.ts";
import { channel, outcome, rating, yesNo } from "../cell/word.ts";
import type { Column } from "../column.ts";
import { contactColumns } from "./contact.ts";
import { leaderDayColumns } from "./leaderDay.ts";

/** 诉求自身的列, which an order file may carry too */
export const matterColumns: Column[] = [
  { key: "acceptedAt", name: "受理时间", aliases: ["登记时间", "诉求时间"], cell: instant, required: true },
  { key: "type", name: "诉求类型", aliases: ["工单类型", "业务类型"], cell: named("requestType"), required: true },
  { key: "channel", name: "受理渠道", aliases: ["来源渠道", "诉求来源"], cell: channel, blank: "phone" },
  { key: "place", name: "地区", aliases: ["所属区域", "事发地区", "区域"], cell: named("place") },
  { key: "urgent", name: "紧急", aliases: ["是否紧急", "加急"], cell: yesNo, blank: false },
  { key: "confidential", name: "保密", aliases: ["是否保密"], cell: yesNo, blank: false },
  { key: "text", name: "诉求内容", aliases: ["内容", "工单内容"], cell: text },
  { key: "call", name: "来电编号", aliases: ["话单编号", "通话编号"], cell: code },
  { key: "hotEvent", name: "热点事件", cell: named("hotEvent") },
  ...contactColumns,
  ...leaderDayColumns,
];

/** 修改诉求的一次 */
const amendmentColumns: Column[] = [
  { key: "at", name: "时间", cell: instant, required: true },
  { key: "text", name: "内容", cell: text, required: true },
];

/** 诉求文件的列 */
export const requestColumns: Column[] = [
  { key: "number", name: "诉求编号", aliases: ["工单编号", "受理编号", "编号"], cell: code, required: true },
  { key: "category", name: "诉求小类", aliases: ["小类", "诉求分类", "分类"], cell: named("category"), required: true },
  { key: "tree", name: "分类版本", cell: code },
  ...matterColumns,
  { key: "outcome", name: "办理方式", aliases: ["处理方式", "办理结果"], cell: outcome, blank: "pending" },
  { key: "settledAt", name: "办理时间", aliases: ["处理时间", "在线办结时间"], cell: instant },
  { key: "mergedInto", name: "并入诉求编号", cell: code },
  { key: "refusalReason", name: "不予受理原因", cell: code },
  { key: "refusalRoute", name: "告知途径", cell: code },
  { key: "amendments", name: "修改记录", cell: trail(amendmentColumns), blank: [] },
  { key: "rating", name: "评价", aliases: ["满意度", "评价结果"], cell: rating },
  { key: "ratedAt", name: "评价时间", cell: instant },
];

/** 先后顺序 */
export const requestSequence = [
  ["acceptedAt", "settledAt"],
  ["settledAt", "ratedAt"],
] as const;
