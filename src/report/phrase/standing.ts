import type { Stage } from "../../domain/order/stage.ts";
import type { Rating } from "../../domain/rule/rulebook.ts";
import type { FollowedCase } from "../caseFacts.ts";
import { ratingNames } from "./trail.ts";

const rated = (rating: Rating | null) => (rating === null ? "" : `，回访结果为${ratingNames[rating]}`);

/** where a matter stands, in a sentence without its end */
const sentence: Record<FollowedCase["stands"], (one: FollowedCase) => string> = {
  unacknowledged: ({ unit }) => `待${unit}签收`,
  handling: ({ unit }) => `${unit}仍在办理`,
  returning: ({ unit }) => `${unit}申请退单，待热线办裁定`,
  arbitrating: ({ unit }) => `${unit}申请退单，热线办正在会商`,
  returned: () => "已同意退单，待改派",
  resolved: ({ unit }) => `${unit}已办结反馈，待热线审核`,
  reviewed: ({ unit }) => `${unit}已办结反馈，待回访`,
  followedUp: ({ unit, rating }) => `${unit}已办结${rated(rating)}`,
  withdrawn: () => "市民已撤单",
  closed: ({ unit, rating }) => `${unit}已办结归档${rated(rating)}`,
  merged: () => "已并入同一事项的另一件诉求办理",
};

/** nothing more is asked of anybody */
const SETTLED: readonly FollowedCase["stands"][] = ["followedUp", "withdrawn", "closed", "merged"];
const OPEN: readonly FollowedCase["stands"][] = [
  "unacknowledged",
  "handling",
  "returning",
  "arbitrating",
] satisfies Stage[];

/** 已经了结 */
export const isSettled = ({ stands }: FollowedCase): boolean => SETTLED.includes(stands);

/** 现在办到哪里: 市住建局仍在办理，已超过办理期限 */
export const standing = (one: FollowedCase): string =>
  `${sentence[one.stands](one)}${one.overdue && OPEN.includes(one.stands) ? "，已超过办理期限" : ""}`;
