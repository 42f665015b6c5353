/** 变动说了两遍: one value of the report that grew by so much in one place, and in another fell by as much, or grew by another rate. */
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import { digitCount, isSameValue } from "../../number.ts";
import { subjectOf } from "../../read/changed.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

interface Said {
  value: Mention;
  change: Mention;
  /** 同比 or 环比, where its words say so */
  against: string | null;
}

/** shorter numbers are many things' */
const FEWEST_DIGITS = 4;

export function saidChange({ sentences }: Reading): Finding[] {
  const said = sentences.flatMap((mentions) => mentions.flatMap((change, at) => saidOf(mentions, change, at)));
  return [...grouped(said, ({ value }) => `${value.number.approximate}|${value.unit}`).values()].flatMap((all) =>
    all.flatMap((one, at) =>
      all
        .slice(at + 1)
        .filter((other) => other.change.passage !== one.change.passage)
        .flatMap((other) => against(one, other, all)),
    ),
  );
}

function saidOf(mentions: Mention[], change: Mention, at: number): Said[] {
  const value = change.kind === "change" && change.unit === "%" ? subjectOf(mentions, at) : null;
  const isOwn =
    value?.kind === "count" &&
    !change.isHedged &&
    change.direction !== 0 &&
    digitCount(value.number.text) >= FEWEST_DIGITS &&
    mentions.slice(mentions.indexOf(value) + 1, at).every(({ kind, period }) => kind === "change" || period !== "now");
  return isOwn ? [{ value, change, against: /同比|环比/.exec(change.before)?.[0] ?? null }] : [];
}

function against(one: Said, other: Said, all: Said[]): Finding[] {
  const isSame = isSameValue(one.change.number, other.change.number);
  const isSameWay = one.change.direction === other.change.direction;
  if (isSame && !isSameWay) return [contradiction(one, other)];
  // “环比下降1.5%” of two places that name the same comparison
  const isCompared = one.against !== null && one.against === other.against;
  const isOfOne = all.filter(({ against: own }) => own === one.against).length === 2;
  return !isSame && isCompared && isOfOne && isFine(one) && isFine(other) ? [contradiction(one, other)] : [];
}

const isFine = ({ change }: Said): boolean => /\.\d/.test(change.number.text);

const wayOf = ({ change }: Said): string => `${change.direction > 0 ? "上升" : "下降"}${change.number.text}`;

const contradiction = (one: Said, other: Said): Finding =>
  finding("twoValues", {
    confidence: 0.7,
    places: distinctPlaces([placeOf(one.change), placeOf(other.change)]),
    values: [one.change.number.text, other.change.number.text],
    arithmetic: `${wayOf(one)} ≠ ${wayOf(other)}`,
    message: `“${nameOf(one.value)}”${one.value.number.text}一处写作${wayOf(one)}，另一处写作${wayOf(other)}。`,
  });
