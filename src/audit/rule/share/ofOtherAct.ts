/**
 * 占的不是所说的: “受理412件，交办287件。……合计240件，占受理总量的83.62%”: of those alone that were handed on; and the other way
 * round, “占转派件的9.25%” of all that came in.
 */
import type { Finding } from "../../../domain/finding.ts";
import { decimalsOf } from "../../number.ts";
import { bareName } from "../../read/bare.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { listsOf, type Pair } from "../../read/shareLists.ts";
import { candidateOf, fits } from "./shareBase.ts";
import { contradiction } from "./shareFinding.ts";

/** how a share may name what it is of, the bare name of that count, and what it is of instead */
const namings: { said: RegExp; name: string; isInstead: (one: Count) => boolean }[] = [
  {
    said: /占(?:全[市县区省州]|本[月周季年]度?)?(?:受理|诉求|工单)总量的?$/,
    name: "受理",
    isInstead: ({ mention }) => /转办|转派|派发|派单|交办|办结/.test(mention.label),
  },
  {
    said: /占(?:全[市县区省州]|本[月周季年]度?)?(?:转派|转办|派发|交办|派单)(?:件|量|总量|工单)的?$/,
    name: "派发",
    isInstead: ({ bare }) => bare === "受理",
  },
];
/** shorter percentages fit some base by chance */
const LEAST_DECIMALS = 2;

interface Count {
  mention: Mention;
  bare: string | null;
}

export function ofOtherAct(reading: Reading): Finding[] {
  const counts = reading.mentions
    .filter(({ kind, period }) => kind === "count" && period === "now")
    .map((mention): Count => ({ mention, bare: bareName(mention) }));
  return listsOf(reading).flatMap(({ pairs }) => pairs.flatMap((pair) => against(pair, counts)));
}

function against(pair: Pair, all: Count[]): Finding[] {
  const { count, share } = pair;
  const naming = namings.find(({ said }) => said.test(share.before));
  if (!naming || share.isHedged || decimalsOf(share.number.text) < LEAST_DECIMALS) return [];
  const counts = all.filter(({ mention }) => mention !== count && isSameUnit(mention.unit, count.unit));
  const called = counts.filter(({ bare }) => bare === naming.name).map(({ mention }) => mention);
  const [whole] = called;
  const isOne = new Set(called.map(({ number }) => number.approximate)).size === 1;
  const fitting = counts.filter(({ mention }) => fits(pair, mention) === "rounded");
  return whole && isOne && fitting.length > 0 && fitting.every(naming.isInstead)
    ? contradiction(pair, { ...candidateOf(whole), confidence: 0.65 }, "named")
    : [];
}
