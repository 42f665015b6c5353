import type { Mention } from "./mention.ts";

const received = /受理|接听|接收|收到|接到|接诉|来电/;
const passedOn = /转办|派发|交办|派单/;
const handled = /办结|办毕|结案|回访/;

const isOf = (act: RegExp, other: RegExp, { label, before }: Mention): boolean =>
  act.test(label + before) && !other.test(label + before);

/**
 * 后来的一步: “前三季度受理4500件，四季度受理1500件，全年办结5900件”, “转办800件，其中紧急件办结128件，一般件办结652件”: what was handled is no
 * sum of what came in, nor all of it taken apart
 */
export const isOfLaterAct = (whole: Mention, parts: Mention[]): boolean =>
  (isOf(handled, received, whole) && parts.some((part) => isOf(received, handled, part))) ||
  // “实名评价1800件，……；匿名评价220件，……；合计满意1897件”
  (/满意/.test(whole.label) && parts.every(({ label }) => /评价|参评/.test(label) && !/满意/.test(label))) ||
  ([received, passedOn].some((act) => isOf(act, handled, whole)) &&
    parts.every((part) => isOf(handled, received, part) && !/未|在办|阶段/.test(part.label)));

/** 不是同一步: “受理31248件，日均办结960件” */
export const isOfOtherAct = (one: Mention, other: Mention): boolean =>
  isOf(handled, received, one) && isOf(received, handled, other);
