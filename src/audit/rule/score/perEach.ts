/** 每件几分: so many at so much each that don't make what they are said to. */
import type { Finding } from "../../../domain/finding.ts";
import { isLess } from "../../../domain/measure/exact.ts";
import { equal, exactly, printed, show, times } from "../../number.ts";
import { quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { finding, rowPlace } from "../../write.ts";

const each =
  /(\d{1,4})(件|次|起|条|项|例|人|户)(?:，|（)?每\2?(?:件|次|起|条|项|例|人|户)?(?:扣|加|计|补|罚)?(\d+(?:\.\d+)?)(分|元)(?:，|）)?(?:共计?|合计|计|累计)(?:扣|加)?(\d+(?:\.\d+)?)\4/g;

/** “逾期5件，每件扣0.5分，计3.5分” */
export const perEach = (reading: Reading): Finding[] => [...inText(reading), ...inRows(reading)];

const ofRow =
  /(\d{1,3})(件|次|篇|起|例|条)\D{0,4}每\2?(?:件|次|篇|起|例|条)?(扣|加)(\d+(?:\.\d+)?)分\s[-+]?(\d+(?:\.\d+)?)分?$/;

/** “超期办结3件 | 每件扣0.5分 | -2.5” */
const inRows = ({ tables }: Reading): Finding[] =>
  tables.flatMap(({ rows }) =>
    rows.flatMap((row) => {
      const [, count, unit, way, one, said] = ofRow.exec(row.text) ?? [];
      if (!count || !one || !said) return [];
      const value = (digits: string) => printed(digits, 0, "", digits).value;
      const right = times(exactly(value(count)), exactly(value(one))).low;
      if (equal(right, value(said))) return [];
      const shown = show(right, 2).replace(/\.?0+$/, "");
      return [
        finding("scorecard", {
          confidence: 0.8,
          places: [rowPlace(row)],
          values: [said, shown],
          arithmetic: `${count} × ${one} = ${shown} ≠ ${said}`,
          message: `表中“${row.name}”${count}${unit}，每${unit}${way}${one}分，应${way}${shown}分，印作${said}。`,
        }),
      ];
    }),
  );

const capped = /最[高多]扣|封顶|上限|扣完/;

const inText = ({ passages }: Reading): Finding[] =>
  passages.flatMap((passage) =>
    [...passage.text.matchAll(each)].flatMap((match) => {
      const [text, count, , one, unit, said] = match as unknown as string[];
      const value = (digits: string) => printed(digits, 0, "", digits).value;
      const right = times(exactly(value(count!)), exactly(value(one!))).low;
      // “共扣5分（该项最高扣5分）”
      const isCapped = isLess(value(said!), right) && capped.test(passage.text);
      if (equal(right, value(said!)) || isCapped) return [];
      const shown = show(right, 2).replace(/\.?0+$/, "");
      return [
        finding("scorecard", {
          confidence: 0.85,
          places: [quote(passage, match.index, match.index + text!.length)],
          values: [`${said}${unit}`, `${shown}${unit}`],
          arithmetic: `${count} × ${one} = ${shown} ≠ ${said}`,
          message: `“${text}”：应为${shown}${unit}，印作${said}${unit}。`,
        }),
      ];
    }),
  );
