/**
 * 占某总量的几项: “占投诉总数的63.05%……17.90%……15.41%”, “占受理量的15.97%”: all of one base among themselves, which isn't the
 * count that is called so: the shares were worked out of what was closed, or of last month's total.
 */
import type { Finding } from "../../../domain/finding.ts";
import { bareName } from "../../read/bare.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { listsOf, type Pair } from "../../read/shareLists.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { agrees, fits, impliedBase } from "./shareBase.ts";

const ofTotal = /占(?!比)(?:全[市县区省州]|本[月周季年期])?(总?[\u4e00-\u9fff]{2,6}?)(?:总?[量数])的?$/;
/** names of all that came in */
const ofAll = /^(?:受理|诉求|诉求受理|受理诉求|受理工单)$/;
/** words before a name that don't narrow it */
const widening =
  /^(?:其中|全[市县区省州]|本[月季年周]|[一二三四]季度|\d{1,2}月份?|20\d\d年|共|接到|接收|收到|受理|处理|登记|平台|各类|旅游|消费者|群众|的)*$/;
/** two shares tell of one base only where they leave little room for it */
const WIDEST = 0.03;
/** and where it is another than the one they are said to be of */
const LEAST_APART = 0.02;

export const namedTotal = (reading: Reading): Finding[] => {
  const named = listsOf(reading).flatMap(({ pairs }) => withNames(pairs));
  return [...new Set(named.map(({ name }) => name))].flatMap((name) => {
    const pairs = named.filter((one) => one.name === name).map(({ pair }) => pair);
    const base = calledSo(name, pairs, reading);
    const others = base ? ofOneBase(pairs.filter((pair) => !agrees(fits(pair, base)))) : [];
    const implied = impliedBy(others);
    const isOther =
      base !== null &&
      implied !== null &&
      (others.length > 2 || Math.abs(implied - base.number.approximate) > LEAST_APART * base.number.approximate);
    return others.length > 1 && isOther ? [contradiction(base, others, implied)] : [];
  });
};

/** each pair under the name that its share is said to be of; a bare 占 goes on with the one before it */
function withNames(pairs: Pair[]): { pair: Pair; name: string }[] {
  let name = "";
  return pairs.flatMap((pair) => {
    const own = ofTotal.exec(pair.share.before)?.[1];
    if (own) name = own;
    else if (!/^，占比?$/.test(pair.share.before)) name = "";
    return name === "" ? [] : [{ pair, name }];
  });
}

/** the one count of the report that is called so, where it is larger than all of them; null for none, or for two that may be meant together */
function calledSo(name: string, pairs: Pair[], { mentions }: Reading): Mention | null {
  const [first] = pairs as [Pair];
  const most = Math.max(...pairs.map(({ count }) => count.number.approximate));
  const called = mentions.filter(
    (one) =>
      one.kind === "count" &&
      one.period === "now" &&
      !one.isHedged &&
      // “其余23天受理26224件”
      !/(?:\d天|其余|假期)[^，。；]*$/.test(one.passage.text.slice(Math.max(0, one.at - 12), one.at)) &&
      isSameUnit(one.unit, first.count.unit) &&
      (isCalled(one.label, name) || (ofAll.test(name) && bareName(one) === "受理")) &&
      !pairs.some(({ count }) => count === one),
  );
  const isOne = new Set(called.map(({ number }) => number.approximate)).size === 1;
  return isOne && called[0]!.number.approximate >= most ? called[0]! : null;
}

/** “旅游投诉” for 投诉, “信访举报” for 信访 */
function isCalled(label: string, name: string): boolean {
  const plain = label.replace(/类$/, "");
  const at = plain.indexOf(name);
  return at >= 0 && widening.test(plain.slice(0, at)) && /^(?:举报|投诉)?$/.test(plain.slice(at + name.length));
}

/** those that may be of one base with one of them, the most of them */
const ofOneBase = (pairs: Pair[]): Pair[] =>
  pairs
    .map((pair) => pairs.filter((other) => impliedBy([pair, other]) !== null))
    .reduce((most, next) => (next.length > most.length ? next : most), []);

/** what they are all of; null where no one number can be */
function impliedBy(pairs: Pair[]): number | null {
  const base = impliedBase(pairs);
  return base && base.high - base.low <= WIDEST * base.low ? Math.round((base.low + base.high) / 2) : null;
}

function contradiction(base: Mention, pairs: Pair[], implied: number): Finding {
  const [first] = pairs as [Pair];
  return finding("shareOfBase", {
    confidence: 0.7,
    places: distinctPlaces([placeOf(base), ...pairs.map(({ share }) => placeOf(share))]),
    values: [...pairs.map(({ share }) => share.number.text), base.number.text],
    arithmetic: `${first.count.number.text} ÷ ${first.share.number.text} ≈ ${implied} ≠ ${base.number.text}`,
    message: `“${nameOf(base)}”印作${base.number.text}，占它的${pairs.length}项倒算都约为${implied}。`,
  });
}
