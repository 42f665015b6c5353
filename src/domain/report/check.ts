import { type Refused, refuse } from "../refusal.ts";

/** 定稿前检查: the kinds of what is still to be looked at, the gravest first. */
export const checkKinds = {
  lost: "数字块落空",
  running: "还没有过完",
  contradiction: "数字矛盾",
  impossible: "不可能的数",
  identifying: "个人信息",
  ruleChanged: "期间口径有变",
  recordsLater: "记录晚于本期",
  changed: "数变了",
  rewritten: "原文变了",
  typed: "手写数字",
  maybeUnits: "地址电话",
  orphan: "段落没有了",
  open: "未定的数",
  empty: "没有内容",
} as const;
export type CheckKind = keyof typeof checkKinds;

/** 不改不能定稿的, with the code by which freezing refuses it */
const mustCodes: Partial<Record<CheckKind, string>> = {
  lost: "figureLost",
  running: "periodRunning",
  identifying: "personalTyped",
};
export const isMust = (kind: CheckKind): boolean => kind in mustCodes;

/** 一条检查 */
export interface Check {
  kind: CheckKind;
  section: string | null;
  paragraph: string | null;
  sentence: string;
  /** 怎么办 */
  next: string;
}

/** 能不能定稿 what these were found in */
export function checkRefusal(checks: readonly Check[]): Refused | null {
  const must = checks.find(({ kind }) => isMust(kind));
  return must ? refuse(mustCodes[must.kind]!, `底稿还不能定稿。${must.sentence}`, must.next) : null;
}
