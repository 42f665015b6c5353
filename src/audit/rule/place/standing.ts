/** 第几位、升降几位: the place of one name, and how far it moved, that no column of the tables it stands in gives. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { type Column, columnsOf } from "../../read/columns.ts";
import { sentencesOf } from "../../read/mention.ts";
import { type Found, firstName, lastName, type Names, namesOf } from "../../read/names.ts";
import { quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import type { Table } from "../../read/table.ts";
import { distinctPlaces, finding, rowPlace } from "../../write.ts";
import { againstColumns, rankHead } from "./claimedRank.ts";
import { type Sentence, sayingsIn } from "./saying.ts";
import { shiftSaid } from "./shiftSaid.ts";

interface Known {
  names: Names;
  columns: Column[];
  /** the columns of ranks of now */
  ranks: Column[];
  tables: Table[];
}

const earlier = /上[月期周季年]|上一|去年|同期|此前|前期|[一二三四]季度|\d月/;

export const standing = ({ passages, tables }: Reading): Finding[] => {
  const columns = columnsOf(tables);
  const ranks = columns.filter(({ head }) => rankHead.test(head) && !earlier.test(head));
  const known = { names: namesOf(tables), columns, ranks, tables };
  return passages.flatMap((passage) =>
    sentencesOf(passage.text).flatMap(({ from, to }) => {
      const sentence = { passage, from, to };
      return [
        ...namedBehind(sentence, known),
        ...namedByRank(sentence, known),
        ...inPairs(sentence, known),
        ...shiftSaid(sentence),
        ...placed(sentence, known),
        ...moved(sentence, known),
      ];
    }),
  );
};

/** the first name from there on, where it begins and ends within so many signs */
const nameFrom = ({ passage, to }: Sentence, at: number, signs: number, names: Names): Found | null =>
  firstName(passage.text, at, Math.min(to, at + signs), names);

/** “排名第七的甲县” */
const leading = /(?:排名|位列|位居|居|列|排)(倒数)?第([一二三四五六七八九十]{1,2}|\d{1,2})(?:位|名)?的/g;

const namedBehind = (sentence: Sentence, { names, columns }: Known): Finding[] =>
  sayingsIn(sentence, leading).flatMap(({ match, at, end }) => {
    const { passage, from } = sentence;
    const found = nameFrom(sentence, end, 8, names);
    if (!found || found.at > end + 4) return [];
    const topic = passage.text
      .slice(Math.max(from, at - 12), at)
      .split(/[，；。：]/)
      .at(-1)!;
    const [said, isFromTop] = [chineseNumber(match[2]!), match[1] === undefined];
    return againstColumns({ name: found.name, topic, said, isFromTop, place: quote(passage, at, found.end) }, columns);
  });

/** “第一名青龙镇，第二名大垭镇”, by the column of ranks */
const ranked = /(倒数)?第([一二三四五六七八九十]|\d{1,2})[名位](?:是|为|：)?/g;

const namedByRank = (sentence: Sentence, { names, ranks }: Known): Finding[] =>
  sayingsIn(sentence, ranked).flatMap(({ match, at, end }) => {
    const found = nameFrom(sentence, end, 8, names);
    if (found?.at !== end) return [];
    const [said, isFromTop] = [chineseNumber(match[2]!), match[1] === undefined];
    const place = quote(sentence.passage, at, found.end);
    return againstColumns({ name: found.name, topic: "", said, isFromTop, place }, ranks);
  });

/** “排在第四、第五位的分别是公安政法和市场监管” */
const inPair = /第([一二三四五六七八九十])(?:位)?、第?([一二三四五六七八九十])位的(?:分别|依次)(?:是|为)/g;

const inPairs = (sentence: Sentence, { names, columns }: Known): Finding[] =>
  sayingsIn(sentence, inPair).flatMap(({ match, at, end }) => {
    const { passage } = sentence;
    const one = nameFrom(sentence, end, 12, names);
    const link = one ? /^[和、与及]/.exec(passage.text.slice(one.end)) : null;
    const other = one && link ? nameFrom(sentence, one.end + 1, 12, names) : null;
    if (!one || !other || one.at !== end || other.at !== one.end + 1) return [];
    const place = quote(passage, at, other.end);
    return [one, other]
      .flatMap(({ name }, nth) =>
        againstColumns({ name, topic: "", said: chineseNumber(match[nth + 1]!), isFromTop: true, place }, columns),
      )
      .slice(0, 1);
  });

const stands =
  /(?:排名|位居|位列|排在|居|列|排)(?:在)?[^，。；：、\d第]{0,8}(倒数)?第([一二三四五六七八九十]{1,2}|\d{1,2})(?:位|名)?(?![一二三四五六七八九十]|季度|[个批轮次类]|方面)/g;

const placed = (sentence: Sentence, known: Known): Finding[] =>
  sayingsIn(sentence, stands).flatMap(({ match, at, end }) => {
    const own = subjectOf(sentence, at, known);
    if (!own || /上[月期周季年]|去年|同期/.test(own.topic)) return [];
    const [said, isFromTop] = [chineseNumber(match[2]!), match[1] === undefined];
    const place = quote(sentence.passage, own.at, end);
    return againstColumns({ name: own.name, topic: own.topic, said, isFromTop, place }, known.columns);
  });

const moves =
  /(上升|提升|前进|进步|跃升|下降|后退|退后|下滑|回落|跌落)了?([一二三四五六七八九十]{1,2}|\d{1,2})(?:个?位次|个名次|位|名)/g;

const moved = (sentence: Sentence, known: Known): Finding[] =>
  sayingsIn(sentence, moves).flatMap(({ match, at, end }) => {
    const own = subjectOf(sentence, at, known);
    if (!own) return [];
    const sign = /上升|提升|前进|进步|跃升/.test(match[1]!) ? 1 : -1;
    const place = quote(sentence.passage, own.at, end);
    return known.tables.flatMap((table) => movedIn(own.name, sign, chineseNumber(match[2]!), table, place));
  });

const perHead = /每[百千万][人户]|[人户]均|密度/;

/** the name that it is said of, in its clause or the one before it, and the words between */
function subjectOf(
  { passage: { text }, from }: Sentence,
  at: number,
  { names, columns }: Known,
): (Found & { topic: string }) | null {
  const clause = text
    .slice(from, at)
    .split(/[；。：]/)
    .at(-1)!;
  const start = Math.max(at - clause.length, at - 40);
  // “（二）房屋质量类。139件，件数位列第二”
  const lead = from > 0 && from <= 20 ? lastName(text, 0, from, names) : null;
  const found = lastName(text, start, at, names) ?? (lead && at - from < 24 ? { ...lead, end: from } : null);
  if (!found) return null;
  const between = text.slice(found.end, at);
  // “按每万户计，……只排第四”: in no column that there is
  const isPerHead = perHead.test(text.slice(from, at)) && !columns.some(({ head }) => perHead.test(head));
  const isList = /、$/.test(text.slice(start, found.at));
  if (isPerHead || isList || between.length > 24 || /[“”若含]|，.*，/.test(between)) return null;
  if (isOfOthers(text.slice(from, found.at), between)) return null;
  return { ...found, topic: between || orderOf(text.slice(from, found.at)) };
}

/** of more than the table has, or of another period */
function isOfOthers(before: string, between: string): boolean {
  const led = before
    .split(/[。；]/)
    .at(-1)!
    .split("，")
    .slice(-2)
    .join("，");
  return /累计|全省|全国|\d个[县区市]|组中/.test(led + between) || /(?<![与较比同和])(?:上[月期周季年]|去年)/.test(led);
}

/** “万人诉求比由高到低，甲镇、乙街道居前两位，丙街道居第三位”: said once for all of them */
const orderOf = (text: string): string => /([^，。；]{2,12}?)(?:由|从)[高多]到[低少]，[^。；]*$/.exec(text)?.[1] ?? "";

/** a rank of now beside one of before */
function movedIn(
  name: string,
  sign: 1 | -1,
  said: number | null,
  table: Table,
  place: Finding["places"][number],
): Finding[] {
  const ranks = (table.heads ?? []).flatMap((head, at) => (rankHead.test(head) ? [at] : []));
  const before = ranks.filter((at) => earlier.test(table.heads![at]!));
  const now = ranks.filter((at) => !before.includes(at));
  const row = table.rows.find((one) => one.name === name);
  if (said === null || !row || before.length !== 1 || now.length !== 1) return [];
  const [a, b] = [row.values[before[0]!]!, row.values[now[0]!]!];
  const gained = (a - b) * sign;
  if (Number.isNaN(gained) || gained === said) return [];
  return [
    finding("change", {
      confidence: 0.75,
      places: distinctPlaces([place, rowPlace(row)]),
      values: [String(said), String(gained)],
      arithmetic: `${a} → ${b}`,
      message: `文中说“${name}”${sign > 0 ? "上升" : "下降"}${said}位，表中由第${a}到第${b}，${a === b ? "没有变动" : `是${a > b ? "上升" : "下降"}${Math.abs(a - b)}位`}。`,
    }),
  ];
}
