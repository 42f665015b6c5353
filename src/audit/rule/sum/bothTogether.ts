/** 合称的数: “投诉49件、举报2件”, and elsewhere “投诉举报52件”: a count called by both names that the two of them don't make. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, middle, plus, show } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

const kinds = ["咨询", "求助", "投诉", "举报", "建议", "来电", "来信", "来访"] as const;
const pairs = kinds.flatMap((a) => kinds.filter((b) => b !== a).map((b) => ({ a, b })));

export const bothTogether = ({ mentions }: Reading): Finding[] => {
  const counts = mentions.filter(
    ({ kind, period, isHedged, number }) => kind === "count" && period === "now" && !isHedged && number.step === null,
  );
  return pairs.flatMap(({ a, b }) => {
    const both = counts.filter((one) => isCalled(one, `${a}${b}`));
    const [whole] = both;
    const [first, second] = [onlyOf(counts, a), onlyOf(counts, b)];
    const isOne = new Set(both.map(({ number }) => number.approximate)).size === 1;
    if (!whole || !isOne || !first || !second || !isPair(first, second, counts)) return [];
    return isNear(whole, first, second) ? [contradiction(whole, first, second)] : [];
  });
};

const around = /^对?(?:(?:20\d\d年)?\d{1,2}月份?)?(?:全[市县区省州]|本[月周季年]|共|收到|接收|的|各类)*$/;

/** by its own words before it, or by those behind: “52件投诉举报” */
function isCalled({ label, passage, end }: Mention, name: string): boolean {
  if (label.endsWith(name) && around.test(label.slice(0, -name.length))) return true;
  const behind = passage.text.slice(end, end + name.length + 2);
  return around.test(label) && new RegExp(`^${name}(?:进行|全部|均|[，。；中]|$)`).test(behind);
}

/** the one value of that name in the report; null for none or two */
function onlyOf(counts: Mention[], name: string): Mention | null {
  const own = counts.filter(({ label }) => label.replace(/类$/, "") === name);
  return new Set(own.map(({ number }) => number.approximate)).size === 1 ? own[0]! : null;
}

/** one right behind the other in one list */
const isPair = (a: Mention, b: Mention, counts: Mention[]): boolean =>
  a.sentence === b.sentence && a.depth === b.depth && counts.indexOf(b) === counts.indexOf(a) + 1;

/** so near that nothing else is meant: a little more or less than both */
function isNear(whole: Mention, a: Mention, b: Mention): boolean {
  const range = plus(a.number.range, b.number.range);
  const added = a.number.approximate + b.number.approximate;
  const off = Math.abs(added - whole.number.approximate);
  return (
    isSameUnit(whole.unit, a.unit) &&
    isSameUnit(a.unit, b.unit) &&
    !meets(range, whole.number.range) &&
    (off * 20 <= added || off <= 2)
  );
}

function contradiction(whole: Mention, a: Mention, b: Mention): Finding {
  const shown = show(middle(plus(a.number.range, b.number.range)), 0);
  return finding("partsAndWhole", {
    confidence: 0.65,
    places: distinctPlaces([placeOf(whole), placeOf(a), placeOf(b)]),
    values: [whole.number.text, a.number.text, b.number.text],
    arithmetic: `${a.number.text} + ${b.number.text} = ${shown} ≠ ${whole.number.text}`,
    message: `“${a.label}”${a.number.text}、“${b.label}”${b.number.text}，合为${shown}，合称的一数印作${whole.number.text}。`,
  });
}
