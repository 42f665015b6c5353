/** 定稿前检查: the kinds of what is still to be looked at, the gravest first. */
export const checkKinds = {
  lost: "数字块落空",
  running: "还没有过完",
  contradiction: "数字矛盾",
  impossible: "不可能的数",
  identifying: "个人信息",
  changed: "数变了",
  rewritten: "原文变了",
  typed: "手写数字",
  orphan: "段落没有了",
  open: "未定的数",
  empty: "没有内容",
} as const;
export type CheckKind = keyof typeof checkKinds;

/** 一条检查 */
export interface Check {
  kind: CheckKind;
  /** 必须先改，不改不能定稿 */
  must: boolean;
  section: string | null;
  paragraph: string | null;
  sentence: string;
  /** 怎么办 */
  next: string;
}
