/** 访问日志说的对象: what an entry of the log is about, and what each kind of it is called. */
import type { RuleKind } from "../rule/rulebook.ts";
import { ruleKindNames } from "../rule/title.ts";

const ownNames = {
  request: "诉求",
  account: "账号",
  call: "来电",
  contact: "联系人",
  announcement: "热线办通知",
} as const;

/** a rule is logged by its own kind, a key of the rulebook */
export type LoggedKind = keyof typeof ownNames | RuleKind;

export const loggedNames: Record<LoggedKind, string> = { ...ruleKindNames, ...ownNames };

/** '诉求', '派单目录 h1': only a rule's key says anything to whoever reads it. */
export const loggedWords = (kind: LoggedKind, id: string): string =>
  Object.hasOwn(ruleKindNames, kind) ? `${loggedNames[kind]} ${id}` : loggedNames[kind];
