/** 近几年累计: “近三年累计受理69.6万件”, and the last three years that the paragraph prints don't make it. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, middle, show, sum } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const said = /近([两三四五六七八九十])年来?(?:累计|合计|共计?|总共)[^，。；\d]{0,8}$/;
const year = /(?:^|[，。；、：（\s])(20\d\d)年度?(?:共|累计)?(?:受理|接收|办理|诉求)?(?:量|总量)?(?:为)?$/;

export const lastYears = ({ mentions }: Reading): Finding[] =>
  mentions.flatMap((whole) => {
    const count = chineseNumber(said.exec(whole.before)?.[1] ?? "");
    if (!count || whole.kind !== "count") return [];
    const years = mentions.filter(
      (one) =>
        one.passage === whole.passage &&
        one.end <= whole.at &&
        one.kind === "count" &&
        isSameUnit(one.unit, whole.unit) &&
        year.test(one.before),
    );
    const parts = years.slice(-count);
    const isRun = parts.every((one, at) => at === 0 || yearOf(one) === yearOf(parts[at - 1]!) + 1);
    const added = sum(parts.map(({ number }) => number.range));
    return parts.length === count && isRun && !meets(added, whole.number.range)
      ? [contradiction(whole, parts, inUnitOf(whole, middle(added)))]
      : [];
  });

const yearOf = ({ before }: Mention): number => Number(year.exec(before)?.[1]);

/** “66.9万”, where it is printed so */
const inUnitOf = ({ number }: Mention, value: Mention["number"]["value"]): string =>
  /万/.test(number.text) ? `${show({ n: value.n, d: value.d * 10_000n }, 2)}万` : show(value, 0);

const contradiction = (whole: Mention, parts: Mention[], shown: string): Finding =>
  finding("partsAndWhole", {
    confidence: 0.8,
    places: distinctPlaces([whole, ...parts].map(placeOf)),
    values: [whole.number.text, ...parts.map(({ number }) => number.text)],
    arithmetic: `${parts.map(({ number }) => number.text).join(" + ")} = ${shown} ≠ ${whole.number.text}`,
    message: `“${nameOf(whole)}”印作${whole.number.text}，所列最近${parts.length}年相加为${shown}。`,
  });
