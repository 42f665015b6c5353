/** 条目上能做的: who may do what to an article, and why not. */
import type { Role } from "../access/role.ts";
import { type CivilDate, dateWords } from "../calendar/civil.ts";
import { type Refused, refuse } from "../refusal.ts";
import type { Article } from "./article.ts";
import { validityOf } from "./validity.ts";

export const articleTerms = {
  adopt: "采用",
  reportError: "报错",
  revise: "写新的一版",
  renew: "续期",
  ruleOnProposal: "审提议",
} as const;
export type ArticleAction = keyof typeof articleTerms;

/** 谁在看 */
export interface Reader {
  role: Role;
  /** his unit with its sub-units; null for the hotline's people */
  units: readonly string[] | null;
}

/** 采用的人: whoever answers citizens. */
export const adopters: readonly Role[] = ["agent", "dispatcher", "followUp", "office", "liaison"];
/** 写的人: without anybody's leave. */
export const writers: readonly Role[] = ["office", "administrator"];

export interface Asking {
  reader: Reader;
  today: CivilDate;
  /** name of the unit responsible, as of today */
  unitName: string;
}

const isWriter = ({ role }: Reader) => writers.includes(role);
const isOwn = ({ role, units }: Reader, unit: string | null) =>
  role === "liaison" && unit !== null && (units ?? []).includes(unit);

const notYours = (unitName: string) =>
  refuse("ownPart", `这一条由热线办和${unitName}管。`, "发现不对，请报错，他们会收到。");

type Check = (article: Article, asking: Asking) => Refused | null;

const unitOf = ({ current, waiting }: Article) => (current ?? waiting)?.unit ?? null;

const mine: Check = (article, { reader, unitName }) =>
  isWriter(reader) || isOwn(reader, unitOf(article)) ? null : notYours(unitName);

const oneAtATime: Check = ({ waiting }, { reader }) =>
  waiting !== null && !isWriter(reader)
    ? refuse("proposalWaiting", `第 ${waiting.no} 版的提议还在等热线办审。`, "审完再提。")
    : null;

const inForce: Check = ({ current }) =>
  current === null ? refuse("articleNotAccepted", "这一条还没有经热线办审过。", "审过以后才能用。") : null;

const holds: Check = ({ current }, { today, unitName }) => {
  const { from, until } = current!;
  const state = validityOf(current!, today, 0);
  if (state === "expired")
    return refuse(
      "articleExpired",
      `这一条 ${dateWords(until!)} 已到期，不能采用。`,
      `请${unitName}续期；急用请先问${unitName}。`,
    );
  return state === "notYet" ? refuse("articleNotYet", `这一条 ${dateWords(from)} 起才有效。`, "到时再用。") : null;
};

const answering: Check = (_, { reader: { role } }) =>
  adopters.includes(role) ? null : refuse("otherRole", "采用由答复当事人的人记。", "您可以看，可以报错。");

/** 各动作的条件, the first that fails says why. */
const checks: Record<ArticleAction, readonly Check[]> = {
  adopt: [answering, inForce, holds],
  reportError: [inForce],
  revise: [mine, oneAtATime],
  renew: [mine, inForce],
  ruleOnProposal: [
    (_, { reader }) => (isWriter(reader) ? null : refuse("ownPart", "提议由热线办审。", "请等热线办。")),
    ({ waiting }) => (waiting === null ? refuse("nothingWaits", "没有等审的提议。", "不用再审。") : null),
  ],
};

/** 能不能: null, or why not. */
export function articleRefusal(action: ArticleAction, article: Article, asking: Asking): Refused | null {
  for (const check of checks[action]) {
    const refused = check(article, asking);
    if (refused) return refused;
  }
  return null;
}

/** 要等热线办审的: what somebody writes who isn't of the office. */
export const isProposal = (reader: Reader): boolean => !isWriter(reader);

/** 能不能替这个单位写: the office for anybody, a liaison for his own units. */
export const mayWriteFor = (reader: Reader, unit: string | null): Refused | null =>
  isWriter(reader) || isOwn(reader, unit)
    ? null
    : refuse("ownPart", "只能写本单位负责的条目。", "别的单位的，请告诉热线办。");
