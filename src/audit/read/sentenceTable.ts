/** 句中成表: a sentence that gives four months or more a count each is read as the rows of a table as well. */
import type { Mention } from "./mention.ts";
import { isSameUnit } from "./parts.ts";
import { sentenceBefore } from "./sentence.ts";
import type { Row, Table } from "./table.ts";

const FEWEST = 3;
/** other names stand in many lists of one text, each of something else */
const month = /^(?:\d{1,2}月份?|\d{1,2}日)$/;
/** “1月受理15327件” */
const verb = /(?<=月份?|日)(?:共?(?:受理|承办|办理|接听|接诉|来电|诉求|派单|转办)|为|共)$/;

/** items that only a sign keeps apart, each a month and its count */
export function sentenceTables(sentences: Mention[][]): Table[] {
  return sentences.flatMap((mentions) => {
    const runs: Mention[][] = [];
    for (const one of mentions) {
      const last = runs.at(-1)?.at(-1);
      const between = last ? last.passage.text.slice(last.end, one.at) : "";
      const isNext = last && isSameUnit(last.unit, one.unit) && /^[、，；][^、，；。（）]+$/.test(between);
      if (isItem(one) && isNext) runs.at(-1)!.push(one);
      else runs.push(isItem(one) ? [one] : []);
    }
    return runs.filter(isTable).map(tableOf);
  });
}

const nameOf = ({ before }: Mention): string =>
  before
    .split(/[、，；：]/)
    .at(-1)!
    .replace(/^其中/, "")
    .trim()
    .replace(verb, "");

const isItem = (one: Mention): boolean =>
  one.kind === "count" && one.period === "now" && !one.isHedged && one.depth === 0 && month.test(nameOf(one));

const isTable = (run: Mention[]): boolean => run.length >= FEWEST && new Set(run.map(nameOf)).size === run.length;

function tableOf(run: Mention[]): Table {
  const [first] = run as [Mention];
  const title = sentenceBefore(first)
    .split(/[：，]/)
    .slice(0, -1)
    .join("，");
  return { rows: run.map(rowOf), heads: null, leaves: null, words: [], width: 2, title };
}

function rowOf(one: Mention): Row {
  const own = nameOf(one);
  return {
    name: own,
    numbers: [null, one.number],
    values: [Number.NaN, one.number.approximate],
    cells: [own, one.number.text],
    place: one.passage.starts.findLast(({ at }) => at <= one.at)!.line.place,
    places: null,
    text: `${own}${one.number.text}`,
    isTotal: false,
  };
}
