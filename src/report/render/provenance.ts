import type { Measured } from "../../domain/measure/measured.ts";
import { explained } from "../phrase/origin.ts";

/** 出处条目: label and words, as the reader sees them when a number is opened; places in the table of words. */
export type Entry = [label: number, words: number][];

/** 出处登记: gives each distinct figure a number and keeps every text once. */
export function provenanceRegister() {
  const words: string[] = [];
  const places = new Map<string, number>();
  const entries: Entry[] = [];
  const seen = new Map<string, number>();
  const place = (text: string): number => {
    if (!places.has(text)) places.set(text, words.push(text) - 1);
    return places.get(text)!;
  };
  const register = (figure: Measured): number => {
    const key = JSON.stringify(figure);
    if (!seen.has(key)) {
      seen.set(key, entries.push(explained(figure).map(([label, text]) => [place(label), place(text)])) - 1);
    }
    return seen.get(key)!;
  };
  return { register, content: () => ({ words, entries }) };
}
