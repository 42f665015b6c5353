/** 每天几、几天共几: “每日合计96人次，8天共786人次”: so many days at so many a day don't make it. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

const each = /每[日天](?:合计|共|共计)?$/;
const all = /^，(\d{1,2}|[两三四五六七八九十]{1,2})[天日](?:共|合计|共计|累计)$/;

export const perDay = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) =>
    mentions.flatMap((one, at) => {
      const whole = mentions.slice(at + 1).find(({ unit }) => unit === one.unit);
      const text = whole ? whole.passage.text.slice(one.end, whole.at) : "";
      const days = chineseNumber(all.exec(text)?.[1] ?? "");
      if (!whole || !days || !each.test(one.before) || one.isHedged || whole.isHedged) return [];
      const right = days * one.number.approximate;
      if (right === whole.number.approximate) return [];
      return [
        finding("average", {
          confidence: 0.75,
          places: distinctPlaces([placeOf(whole), placeOf(one)]),
          values: [whole.number.text, one.number.text],
          arithmetic: `${one.number.text} × ${days} = ${right} ≠ ${whole.number.text}`,
          message: `每天${one.number.text}，${days}天应为${right}${one.unit}，印作${whole.number.text}。`,
        }),
      ];
    }),
  );
