/**
 * 检索词: two neighbouring characters at a time, with their places, so that any two characters or more are found as they
 * stand, without a dictionary. Letters and digits are taken one by one alike; case and width don't matter.
 */

/** As many places as the database keeps for one text. */
const PLACES = 16_000;

const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Runs of what can be searched for; anything else parts them. */
export const runs = (text: string): string[][] =>
  (folded(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((run) => [...run]);

export interface PlacedWord {
  word: string;
  place: number;
}

/** 二字词 with their places, from 1; between two runs a place is left empty. */
export function placedWords(text: string): PlacedWord[] {
  const words: PlacedWord[] = [];
  let place = 1;
  for (const run of runs(text)) {
    for (let at = 0; at + 1 < run.length && place <= PLACES; at += 1)
      words.push({ word: `${run[at]}${run[at + 1]}`, place: place++ });
    place += 1;
  }
  return words;
}

/** 查询词: phrases that must each stand in the text; [] where nothing of two characters is asked for. */
export const phrasesOf = (query: string): string[][] =>
  runs(query)
    .map((run) => run.slice(1).map((char, at) => `${run[at]}${char}`))
    .filter((phrase) => phrase.length > 0);
