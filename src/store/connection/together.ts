import type { Database } from "../database.ts";

/** 依次 one after the other, up to the first that fails. */
export const inTurn: Database["together"] = async (these) => {
  const answers: unknown[] = [];
  for (const one of these) answers.push(await one());
  return answers as never;
};

/** What the database says of every statement behind the one that failed. */
const ABORTED = "25P02";

/**
 * 一并 sent in their order, before the first is answered. The first failure undoes the transaction and makes the others fail
 * too; it, and none that it caused, is thrown when all have come to their end, so that none goes on after the transaction is over.
 */
export const atOnce: Database["together"] = async (these) => {
  const failures: unknown[] = [];
  const ended = these.map(async (one) => one().catch((error) => void failures.push(error)));
  const answers = await Promise.all(ended);
  if (failures.length > 0)
    throw failures.find((failure) => (failure as { code?: string }).code !== ABORTED) ?? failures[0];
  return answers as never;
};
