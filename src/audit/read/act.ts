import type { Mention } from "./mention.ts";

const received = /受理|接听|接收|收到|接到|接诉|来电/;
const handled = /办结|办毕|结案|回访/;

const isOf = (act: RegExp, other: RegExp, { label, before }: Mention): boolean =>
  act.test(label + before) && !other.test(label + before);

/** 后来的一步: “前三季度受理4500件，四季度受理1500件，全年办结5900件”, what was handled is no sum of what came in */
export const isOfLaterAct = (whole: Mention, parts: Mention[]): boolean =>
  isOf(handled, received, whole) && parts.some((part) => isOf(received, handled, part));
