/** 几时几分到几时几分: “21时40分接报，22时15分找到，用时45分钟”: the two times before it lie another while apart. */
import type { Finding } from "../../../domain/finding.ts";
import { quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding } from "../../write.ts";

const time = /(?<![\d.])([01]?\d|2[0-4])(?:时|点|:)([0-5]?\d)分?(?!\d)/g;
const took = /(?:用时|历时|耗时|仅用|只用)(?:了|约)?(\d{1,3})分钟/g;
const MOST_BETWEEN = 60;

export const clock = ({ passages }: Reading): Finding[] =>
  passages.flatMap((passage) =>
    [...passage.text.matchAll(took)].flatMap((match) => {
      const times = [...passage.text.slice(0, match.index).matchAll(time)];
      const [from, to] = times.slice(-2);
      if (!from || !to || match.index - from.index > MOST_BETWEEN + 20 || match.index - to.index > MOST_BETWEEN / 2)
        return [];
      const minutes = ([, hour, minute]: RegExpExecArray) => Number(hour) * 60 + Number(minute);
      const between = (a: RegExpExecArray, b: RegExpExecArray) => (minutes(b) - minutes(a) + 1440) % 1440;
      const [apart, said] = [between(from, to), Number(match[1])];
      const near = times.slice(-5);
      // of a case with three times or more any two may be meant
      const isGiven = near.some((a, at) => near.slice(at + 1).some((b) => between(a, b) === said));
      if (isGiven || apart > 240 || /约/.test(match[0]) || times.length > 4) return [];
      if (/从[^，。；]{1,8}到/.test(passage.text.slice(to.index, match.index))) return [];
      return [
        finding("change", {
          confidence: 0.7,
          places: distinctPlaces([
            quote(passage, match.index, match.index + match[0].length),
            quote(passage, from.index, to.index + to[0].length),
          ]),
          values: [`${said}分钟`, from[0], to[0]],
          arithmetic: `${from[0]} — ${to[0]} = ${apart}分钟 ≠ ${said}分钟`,
          message: `${from[0]}到${to[0]}是${apart}分钟，文中印作${said}分钟。`,
        }),
      ];
    }),
  );
