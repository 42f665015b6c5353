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
  topic: string;
  members: { name: string; share: Measured }[];
}

/** who has the same topic in first place, groups in the order in which their first member stands */
function groups(list: Leading[]): Group[] {
  const byTopic = new Map<string, Group>();
  for (const { name, top } of list) {
    if (!top[0]) continue;
    const group = byTopic.get(top[0].topic) ?? { topic: top[0].topic, members: [] };
    group.members.push({ name, share: top[0].share });
    byTopic.set(group.topic, group);
  }
  return [...byTopic.values()];
}

/** 居首: 甲区、乙区居首位的是消费维权，分别占21.17%和15.01%；丙县居首位的是…。 */
export function leaders(list: Leading[], total: string): Span[] {
  const told = groups(list).map(({ topic, members }) => {
    const several = members.length > 1;
    return say`${enumerated(members.map(({ name }) => name))}居首位的${several ? "均" : ""}是${topic}，${several ? "分别" : ""}占${total}的${enumerated(members.map(({ share }) => num(share)))}`;
  });
  return told.length === 0 ? [] : say`${separated(told, "；")}。`;
}

/** 逐一列举: 甲局为停车管理（13.01%），…: one leading topic for each. */
export function eachLeader(list: Leading[]): Span[] {
  const told = list.flatMap(({ name, top }) => (top[0] ? [say`${name}为${top[0].topic}（${num(top[0].share)}）`] : []));
  return told.length === 0 ? [] : say`${separated(told, "、")}。`;
}

/** a share from which one topic dominates a place, in hundredths of a percent */
const DOMINATES = 3333;

/** 读数: what the leaders have in common: how many share one, what is among most places' leading topics, where one dominates. */
export function pattern(list: Leading[], kind: string): Span[] {
  const named = list.filter(({ top }) => top.length > 0);
  if (named.length < 2) return [];
  const most = groups(named).reduce((best, group) => (group.members.length > best.members.length ? group : best));
  const everywhere = mostSpread(named);
  const heavy = named.filter(({ top }) => (top[0]!.share.value ?? 0) >= DOMINATES);
  const shared =
    most.members.length > 1
      ? `${several(named.length)}个${kind}中，有${several(most.members.length)}个以${most.topic}居首`
      : `${several(named.length)}个${kind}居首位的事项各不相同`;
  const spread =
    everywhere.count <= 1 || (everywhere.topic === most.topic && everywhere.count === most.members.length)
      ? ""
      : everywhere.topic === most.topic && most.members.length > 1
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
