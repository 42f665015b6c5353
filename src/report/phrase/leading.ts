import type { Measured } from "../../domain/measure/measured.ts";
import type { Span } from "../block.ts";
import { num, several } from "./number.ts";
import { enumerated, say, separated } from "./say.ts";

/** 各地各单位居首的事项: whom, and the leading topics with their shares, most first. */
export interface Leading {
  name: string;
  top: { topic: string; share: Measured }[];
}

interface Group {
  topics: string[];
  /** others that are not listed may be as many */
  more: boolean;
  members: { name: string; share: Measured }[];
}

const size = ({ share }: Leading["top"][number]): number | null => share.numerator ?? share.value;

/** 居首的事项: the first, and those that are as many */
const firstOf = ({ top }: Leading): Leading["top"] => top.filter((one) => size(one) === size(top[0]!));

/** those listed are all as many, and what is not listed may be as many again */
function mayBeMore(one: Leading): boolean {
  const listed = one.top.length;
  const { numerator, denominator } = one.top[0]!.share;
  return firstOf(one).length === listed && (numerator ?? 0) * listed < (denominator ?? Infinity);
}

/** who has the same topic alone in first place, in the order in which their first member stands; one with several stands by itself */
function groups(list: Leading[]): Group[] {
  const found = new Map<string, Group>();
  for (const one of list.filter(({ top }) => top.length > 0)) {
    const topics = firstOf(one).map(({ topic }) => topic);
    const key = topics.length > 1 ? `${one.name} ${topics}` : topics[0]!;
    const group = found.get(key) ?? { topics, members: [], more: topics.length > 1 && mayBeMore(one) };
    group.members.push({ name: one.name, share: one.top[0]!.share });
    found.set(key, group);
  }
  return [...found.values()];
}

/** 居首: 甲区、乙区居首位的是消费维权，分别占21.17%和15.01%；丙县居首位的是…；丁区并列居首位的是停车和噪音，均占…。 */
export function leaders(list: Leading[], total: string): Span[] {
  const told = groups(list).map(({ topics, more, members }) => {
    const several = members.length > 1;
    const tied = topics.length > 1;
    return say`${enumerated(members.map(({ name }) => name))}${tied ? "并列" : ""}居首位的${several ? "均" : ""}${more ? "有" : "是"}${enumerated(topics)}${more ? "等" : ""}，${several ? "分别" : tied ? "均" : ""}占${total}的${enumerated(members.map(({ share }) => num(share)))}`;
  });
  return told.length === 0 ? [] : say`${separated(told, "；")}。`;
}

/** 逐一列举: 甲局为停车管理（13.01%），…: one leading topic for each, or those that are as many. */
export function eachLeader(list: Leading[]): Span[] {
  const told = list
    .filter(({ top }) => top.length > 0)
    .map((one) => {
      const first = firstOf(one);
      return say`${one.name}为${enumerated(first.map(({ topic }) => topic))}（${first.length > 1 ? "均为" : ""}${num(first[0]!.share)}）`;
    });
  return told.length === 0 ? [] : say`${separated(told, "、")}。`;
}

/** a share from which one topic dominates a place, in hundredths of a percent */
const DOMINATES = 3333;
/** of fewer orders no share says that one topic dominates */
const TOO_FEW = 10;

const dominates = (one: Leading): boolean =>
  firstOf(one).length === 1 &&
  (one.top[0]!.share.value ?? 0) >= DOMINATES &&
  (one.top[0]!.share.denominator ?? TOO_FEW) >= TOO_FEW;

/** 最多处居首的一项: in how many places, and whether it shares the first place in one of them */
function mostLeading(list: Leading[]): { topic: string; places: number; tied: boolean } {
  const found = new Map<string, { topic: string; places: number; tied: boolean }>();
  for (const first of list.map(firstOf))
    for (const { topic } of first) {
      const { places, tied } = found.get(topic) ?? { places: 0, tied: false };
      found.set(topic, { topic, places: places + 1, tied: tied || first.length > 1 });
    }
  return [...found.values()].reduce((best, one) => (one.places > best.places ? one : best));
}

/** 读数: what the leaders have in common: how many share one, what is among most places' leading topics, where one dominates. */
export function pattern(list: Leading[], kind: string): Span[] {
  const named = list.filter(({ top }) => top.length > 0);
  if (named.length < 2) return [];
  const most = mostLeading(named);
  const everywhere = mostSpread(named);
  const heavy = named.filter(dominates);
  const shared =
    most.places > 1
      ? `${several(named.length)}个${kind}中，有${several(most.places)}个以${most.topic}居首${most.tied ? "（含并列）" : ""}`
      : `${several(named.length)}个${kind}居首位的事项各不相同`;
  const spread =
    everywhere.count <= 1 || (everywhere.topic === most.topic && everywhere.count === most.places)
      ? ""
      : everywhere.topic === most.topic && most.places > 1
        ? `，在${several(everywhere.count)}个${kind}进入前列`
        : `；进入前列最多的事项是${everywhere.topic}，涉及${several(everywhere.count)}个${kind}`;
  const dominated = heavy.map(({ name, top }) => say`${name}的${top[0]!.topic}（${num(top[0]!.share)}）`);
  const concentrated = dominated.length > 0 ? say`。${enumerated(dominated)}占比在三分之一以上，较为集中` : [];
  return say`从分布看，${shared}${spread}${concentrated}。`;
}

function mostSpread(list: Leading[]) {
  const counts = new Map<string, number>();
  for (const { top } of list) for (const { topic } of top) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const [topic, count] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
  return { topic, count };
}
