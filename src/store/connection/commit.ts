import { Refusal, refuse } from "../../domain/refusal.ts";

/** What the database says when it can't tell either. */
const UNTOLD = new Set(["08007", "40003"]);

interface Told extends Error {
  severity?: string;
  code?: string;
}

/** Said by a database that lives on: the transaction is undone. */
const isUndone = ({ severity, code }: Told) => severity === "ERROR" && !UNTOLD.has(code ?? "");

/**
 * 提交没有回音: why a commit failed. Where the database said no, that; where it said nothing, the work may be on the disk, and
 * whoever did it again might have it there twice.
 */
export const tellCommit = (error: Told): never => {
  if (isUndone(error)) throw error;
  const refused = refuse("commitUnanswered", "数据库没有回音，不知道保存了没有。", "请先查一查，没有的再做一次。");
  throw Object.assign(new Refusal(refused), { cause: error });
};

/** 是否没有回音 */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof Refusal && error.refused.refused === "commitUnanswered";
