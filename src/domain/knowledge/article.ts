/** 知识条目: what the hotline answers from, in editions of which none is ever overwritten; what it is now is the fold of them. */
import type { CivilDate, Instant } from "../calendar/civil.ts";
import type { Id } from "../ledger/event.ts";

/** 写的内容 of an edition */
export interface Writing {
  title: string;
  /** 答复要点: read aloud to the caller */
  answer: string;
  /** 全文 */
  text: string;
  /** 办理材料, one on a line; null: none is needed */
  materials: string | null;
  /** 责任单位, who answers for what it says; null: the hotline office itself */
  unit: string | null;
  /** 来源: document, notice, answer of a unit */
  source: string;
  from: CivilDate;
  /** 有效至: the last day, included; null: until a later edition */
  until: CivilDate | null;
}

/** 一版 */
export interface Edition extends Writing {
  no: number;
  /** why there is this edition */
  reason: string;
  by: string;
  at: Instant;
  /** 提议: a unit's words, which wait for the office */
  proposed: boolean;
  ruling: { at: Instant; by: string; accepted: boolean; reason: string | null } | null;
}

/** 条目 as it stands */
export interface Article {
  id: Id;
  /** grows with each edition and each ruling */
  version: number;
  /** 现行的一版; null: nothing was accepted yet */
  current: Edition | null;
  /** 待审的提议 */
  waiting: Edition | null;
  changedAt: Instant;
}

/** when it came into force; null: it never did */
const decidedAt = ({ proposed, at, ruling }: Edition): Instant | null =>
  !proposed ? at : ruling?.accepted ? ruling.at : null;

const isLater = (one: Edition, other: Edition | null) =>
  other === null || (decidedAt(one)! - decidedAt(other)! || one.no - other.no) > 0;

/** 各版 → 条目: in force is what was decided last. */
export function articleOf(id: Id, editions: readonly Edition[]): Article {
  let current: Edition | null = null;
  for (const one of editions) if (decidedAt(one) !== null && isLater(one, current)) current = one;
  const rulings = editions.flatMap(({ ruling }) => ruling ?? []);
  return {
    id,
    version: editions.length + rulings.length,
    current,
    waiting: editions.findLast(({ proposed, ruling }) => proposed && ruling === null) ?? null,
    changedAt: Math.max(...editions.map(({ at }) => at), ...rulings.map(({ at }) => at)),
  };
}

/** 可看的内容: what is in force, else what waits for the office. */
export const shownOf = ({ current, waiting }: Article, editions: readonly Edition[]): Edition =>
  current ?? waiting ?? editions.at(-1)!;
