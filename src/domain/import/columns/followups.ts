import { instant } from "../cell/instant.ts";
import { code } from "../cell/text.ts";
import { followUpChannel, rating, yesNo } from "../cell/word.ts";
import type { Column } from "../column.ts";

/** 回访文件的列: the first concluded follow-up of a work order */
export const followUpColumns: Column[] = [
  { key: "number", name: "工单编号", aliases: ["派发工单编号", "编号"], cell: code, required: true },
  { key: "followedUpAt", name: "回访时间", aliases: ["回访结束时间"], cell: instant, required: true },
  { key: "rating", name: "评价", aliases: ["回访结果", "满意度", "回访评价"], cell: rating, required: true },
  { key: "followUpChannel", name: "回访方式", cell: followUpChannel, blank: "phone" },
  { key: "ratedSolved", name: "是否解决", aliases: ["市民认为是否解决"], cell: yesNo },
];
