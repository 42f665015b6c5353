/** 写一版: an edition is added and the article's row made anew, in one transaction. */
import type { Edition, Writing } from "../../domain/knowledge/article.ts";
import { isProposal, mayWriteFor } from "../../domain/knowledge/decide.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { addEdition, editionsOf, refreshArticle } from "../../store/knowledge/editions.ts";
import type { Visit } from "../visit.ts";
import type { Loaded } from "./load.ts";
import { readerOf } from "./view.ts";

/** 写得对不对: for a unit that there is, and that one may write for. */
export async function writingRefusal({ unit }: Pick<Writing, "unit">, visit: Visit): Promise<Refused | null> {
  const rules = await visit.rules();
  if (unit !== null && !rules.isUnit(unit, visit.at))
    return refuse("unknownUnit", "没有这个承办单位。", "请从单位表里选。");
  return mayWriteFor(readerOf(visit), unit);
}

interface NewEdition {
  id: string;
  no: number;
  writing: Writing;
  reason: string;
  /** waits for the office; not said: as whoever writes it has to */
  proposed?: boolean;
}

export async function addAnEdition({ id, no, writing, reason, proposed }: NewEdition, visit: Visit): Promise<Loaded> {
  const { db, platform, actor, at } = visit;
  const waits = proposed ?? isProposal(readerOf(visit));
  const edition: Edition = { ...writing, no, reason, by: actor.by, at, proposed: waits, ruling: null };
  await addEdition(db, platform.platform, id, edition);
  return refreshed(id, visit);
}

export const refreshed = async (id: string, { db, platform }: Visit): Promise<Loaded> => ({
  article: await refreshArticle(db, platform.platform, id),
  editions: await editionsOf(db, platform.platform, id),
});
