/** 接听台的话: names that stand nowhere else, and the sentences of this room. */
import type { Rating } from "../../domain/rule/rulebook.ts";

export const ratingNames: Record<Rating, string> = {
  satisfied: "满意",
  neutral: "一般",
  dissatisfied: "不满意",
  noResponse: "没有评价",
};

/** the address says so where there is no call */
export const WITHOUT_CALL = "none";

export const says = {
  noMissed: "没有待回拨的来电。漏接的会自动出现在这里。",
  unsent: "手上这份诉求还没有交，先交掉或者清空。",
  noMerge: "先按 F8 选要并入的那件。",
  notChosen: "还没有选定：↓ 选，Enter 定。",
  nothingLike: "没有这样的名称。换个说法，或者只打首字母。",
} as const;
