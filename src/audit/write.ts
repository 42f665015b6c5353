/** 写成一条矛盾: the parts that all rules write in one way. */
import { type Finding, type FindingKind, severityOf } from "../domain/finding.ts";
import type { Mention } from "./read/mention.ts";
import { quote } from "./read/passage.ts";
import type { Row } from "./read/table.ts";

/** 多半是误读: as sure as one may be of what turned out wrong more often than right (docs/measurements.md) */
export const DOUBTFUL = 0.45;

export interface Said {
  confidence: number;
  /** no more than the last digit is at stake */
  isSlight?: boolean;
  places: Finding["places"];
  values: string[];
  arithmetic: string;
  message: string;
}

export const finding = (kind: FindingKind, { isSlight, confidence, ...said }: Said): Finding => ({
  kind,
  severity: severityOf(confidence, isSlight),
  confidence,
  ...said,
});

/** 出处: the clause that a number stands in, with its sentence's beginning where that is short */
export function placeOf({ passage, sentence, at, end }: Mention): Finding["places"][number] {
  const text = passage.text;
  const from = Math.max(sentence.from, text.lastIndexOf("；", at - 1) + 1, at - 40);
  const stop = text.slice(end, sentence.to).search(/[，；。）]/);
  return { ...quote(passage, at, end), text: text.slice(from, stop < 0 ? sentence.to : end + stop) };
}

export const rowPlace = ({ place, text }: Row): Finding["places"][number] => ({ ...place, text });

/** 格的位置, where a cell has its own; otherwise its row's */
export const cellPlace = ({ place, places, text }: Row, column: number): Finding["places"][number] => ({
  ...(places?.[column] ?? place),
  text,
});

/** 一个数的叫法: what it counts, quoted; its clause where it has no words of its own */
export const nameOf = ({ label, before }: Mention): string =>
  label ||
  before
    .replace(/^[，；、：。]/, "")
    .replace(/，?共?$/, "")
    .slice(-16) ||
  "此数";

/** 去重: places that several values share are named once */
export const distinctPlaces = (places: Finding["places"]): Finding["places"] =>
  places.filter(
    (place, at) =>
      places.findIndex(
        (other) => other.text === place.text && other.line === place.line && other.page === place.page,
      ) === at,
  );
