/** 先后颠倒: a case in which something was set right before it was reported. */
import type { Finding } from "../../../domain/finding.ts";
import { type Passage, quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { finding } from "../../write.ts";

export const dateOrder = ({ passages }: Reading): Finding[] => passages.flatMap(inCase);

const day = /(?<![\d.])(\d{1,2})月(\d{1,2})日/g;
const reported = /反映|来电|求助|投诉|致电|拨打|登记|受理|接[单诉]/;
const settled = /恢复|修复|修好|办结|解决|完工|完成|到位|答复|回复|抢通|整改|支付/;

function inCase(passage: Passage): Finding[] {
  if (passage.text.length > 400) return [];
  const days = [...passage.text.matchAll(day)].map((match, at, all) => ({
    at: match.index,
    end: match.index + match[0].length,
    text: match[0],
    order: Number(match[1]) * 100 + Number(match[2]),
    after: passage.text
      .slice(match.index + match[0].length, all[at + 1]?.index ?? passage.text.length)
      .split(/[。；]/)[0]!
      .slice(0, 40),
  }));
  const first = days.find(({ after }) => reported.test(after));
  const later =
    first &&
    days.find(
      ({ at, after }) => at > first.end && settled.test(after.slice(0, 12)) && !reported.test(after.slice(0, 10)),
    );
  // “称8月30日办结的……”, “该小区8月30日已完成首次检修，9月13日恢复”: what had been before
  const isEarlier = (one: (typeof days)[number]) =>
    /[称曾]|此前|首次|第一次|之前/.test(
      passage.text.slice(Math.max(first!.end, one.at - 12), one.end) + one.after.slice(0, 12),
    );
  // “反映8月3日完成施工后仍有积水”, “6月5日办结的工单仍未解决”: what is complained of
  const isComplaint =
    later !== undefined &&
    !passage.text.slice(first!.end, later.at).includes("。") &&
    (/(?:反映|投诉)[^。；\d]{0,10}$/.test(passage.text.slice(first!.end, later.at)) ||
      new RegExp(`(?:${settled.source})[^，。；]{0,8}(?:后|的|不|仍)`).test(later.after));
  const isSettledLater = days.some(
    ({ at, after, order }) => later && at > later.at && settled.test(after) && order >= first!.order,
  );
  if (later && (isEarlier(later) || isComplaint || isSettledLater)) return [];
  // in December it may be of the year to come
  if (!first || !later || later.order >= first.order || first.order - later.order > 300) return [];
  if (/计划|拟|将|预计|前$/.test(passage.text.slice(later.at - 6, later.at)) || /^前|^以前/.test(later.after))
    return [];
  return [
    finding("impossible", {
      confidence: 0.65,
      places: [quote(passage, first.at, first.end), quote(passage, later.at, later.end)],
      values: [later.text, first.text],
      arithmetic: `${later.text} < ${first.text}`,
      message: `${first.text}才反映的事，文中说${later.text}就${settled.exec(later.after)![0]}了：先后颠倒。`,
    }),
  ];
}
