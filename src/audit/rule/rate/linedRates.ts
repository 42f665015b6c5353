/** 分行的率: a lead with a rate of all, and below it lines with a rate each, none of them as high or as low. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import type { Mention } from "../../read/mention.ts";
import type { Passage } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { placeOf } from "../../write.ts";
import { contradiction, isOutside } from "./pooledFinding.ts";

const members =
  /([两二三四五六七八九十]{1,2}|\d{1,2})个?(?:县（市、区）|县（市）|县区|区县|县市区|县|区|街道|乡镇|镇|单位|部门|企业|分公司|片区|渠道)[^，。；]{0,8}：$/;

/** “县区按时办结率98.21%。四个县区情况：”, and as many lines */
export const linedRates = (reading: Reading): Finding[] => [...below(reading), ...among(reading), ...above(reading)];

const item = /^(?:\d{1,2}[.、．]|（[一二三四五六七八九十\d]{1,2}）)/;

/** “采发率45%。其中：”, and below it numbered lines with a rate of that name each */
const among = ({ passages, mentions }: Reading): Finding[] =>
  passages.flatMap((lead, at) => {
    const [whole] = /其中：$/.test(lead.text) ? rateOf(lead, mentions).slice(-1) : [];
    if (!whole) return [];
    const stop = passages.slice(at + 1).findIndex(({ text }) => !item.test(text));
    const lines = passages.slice(at + 1, stop < 0 ? undefined : at + 1 + stop);
    const parts = lines.flatMap((line) => rateOf(line, mentions).filter(({ label }) => label.endsWith(whole.label)));
    const numbers = parts.map(({ number }) => number);
    return parts.length > 1 && parts.length === lines.length && isOutside(whole, numbers)
      ? [contradiction(whole, numbers, parts.map(placeOf), 0.7)]
      : [];
  });

const closing = /以上([两二三四五六七八九十]{1,2}|\d{1,2})(?:大?类|项|个[^，。；\d]{1,6}|家[^，。；\d]{0,4})/;
const overall = /^(?:总体|整体|综合|平均|合计)/;

/** a paragraph for each, with a rate of its own, and behind them “以上四类……总体满意率94.18%” */
const above = ({ passages, mentions }: Reading): Finding[] =>
  passages.flatMap((end, at) => {
    const said = chineseNumber(closing.exec(end.text)?.[1] ?? "");
    const [whole] = rateOf(end, mentions).filter(({ label }) => overall.test(label));
    if (!said || said < 2 || !whole) return [];
    const word = whole.label.replace(overall, "");
    const own = passages
      .slice(Math.max(0, at - 2 * said - 2), at)
      .flatMap((passage) => rateOf(passage, mentions).filter(({ label }) => label === word))
      .slice(-said);
    const numbers = own.map(({ number }) => number);
    return own.length === said && isOutside(whole, numbers)
      ? [contradiction(whole, numbers, own.map(placeOf), 0.7)]
      : [];
  });

const below = ({ passages, mentions }: Reading): Finding[] =>
  passages.flatMap((lead, at) => {
    const said = chineseNumber(members.exec(lead.text)?.[1] ?? "");
    if (!said || said < 2) return [];
    const below = passages.slice(at + 1, at + 1 + said);
    return rateOf(lead, mentions).flatMap((whole) => {
      const parts = below.map((passage) => rateOf(passage, mentions).filter((one) => one.label === whole.label));
      if (parts.length < said || parts.some((own) => own.length !== 1)) return [];
      const rates = parts.map(([own]) => own!);
      const numbers = rates.map(({ number }) => number);
      return isOutside(whole, numbers) ? [contradiction(whole, numbers, rates.map(placeOf), 0.75)] : [];
    });
  });

const rateOf = (passage: Passage, mentions: Mention[]): Mention[] =>
  mentions.filter(
    (one) =>
      one.passage === passage &&
      one.kind === "rate" &&
      one.unit === "%" &&
      one.period === "now" &&
      /率$/.test(one.label),
  );
