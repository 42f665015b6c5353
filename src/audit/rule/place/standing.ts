/** 第几位、升降几位: the place of one name, and how far it moved, that no column of the tables it stands in gives. */
import type { Finding } from "../../../domain/finding.ts";
import { toNumber } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { type Column, cellOf, columnsOf, namedColumns, peersOf } from "../../read/columns.ts";
import { sentencesOf } from "../../read/mention.ts";
import { firstName, lastName, namesOf } from "../../read/names.ts";
import { quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row, Table } from "../../read/table.ts";
import { distinctPlaces, finding, rowPlace } from "../../write.ts";

const stands =
  /(?:排名|位居|位列|排在|居|列|排)(?:在)?[^，。；：、\d第]{0,8}(倒数)?第([一二三四五六七八九十]{1,2}|\d{1,2})(?:位|名)?(?![一二三四五六七八九十]|季度|[个批轮次类]|方面)/g;
const moves =
  /(上升|提升|前进|进步|跃升|下降|后退|退后|下滑|回落|跌落)了?([一二三四五六七八九十]{1,2}|\d{1,2})(?:个?位次|个名次|位|名)/g;
const rankHead = /(?:排名|名次|位次|排位)$/;
const perHead = /每[百千万][人户]|[人户]均|密度/;
const earlier = /上[月期周季年]|上一|去年|同期|此前|前期|[一二三四]季度|\d月/;

export const standing = ({ passages, tables }: Reading): Finding[] => {
  const [names, columns] = [namesOf(tables), columnsOf(tables)];
  const ranks = columns.filter(({ head }) => rankHead.test(head) && !earlier.test(head));
  return passages.flatMap((passage) =>
    sentencesOf(passage.text).flatMap(({ from, to }) => {
      const text = passage.text;
      /** the name that it is said of, in its clause or the one before it; the words between */
      const subject = (at: number) => {
        const clause = text
          .slice(from, at)
          .split(/[；。：]/)
          .at(-1)!;
        const start = Math.max(at - clause.length, at - 40);
        const inClause = lastName(text, start, at, names);
        // “（二）房屋质量类。139件，件数位列第二”
        const lead = from > 0 && from <= 20 ? lastName(text, 0, from, names) : null;
        const found = inClause ?? (lead && at - from < 24 ? { ...lead, end: from } : null);
        const between = found ? text.slice(found.end, at) : "";
        // of more than the table has, or of another period
        const led = text
          .slice(from, found?.at ?? at)
          .split(/[。；]/)
          .at(-1)!
          .split("，")
          .slice(-2)
          .join("，");
        if (/累计|全省|全国|\d个[县区市]|组中/.test(led + between)) return null;
        if (/(?<![与较比同和])(?:上[月期周季年]|去年)/.test(led)) return null;
        // “按每万户计，……只排第四”: in no column that there is
        const isPerHead = perHead.test(text.slice(from, at)) && !columns.some(({ head }) => perHead.test(head));
        if (
          !found ||
          isPerHead ||
          between.length > 24 ||
          /、$/.test(text.slice(start, found.at)) ||
          /[“”若含]|，.*，/.test(between)
        )
          return null;
        return { ...found, topic: between || orderOf(text.slice(from, found.at)) };
      };
      const placesOf = (match: RegExpExecArray) => {
        const at = from + match.index;
        const own = subject(at);
        return own ? [{ own, place: quote(passage, own.at, at + match[0].length) }] : [];
      };
      const sentence = text.slice(from, to);
      return [
        ...[...sentence.matchAll(leading)].flatMap((match) => {
          const at = from + match.index;
          const found = firstName(text, at + match[0].length, Math.min(to, at + match[0].length + 8), names);
          if (!found || found.at > at + match[0].length + 4) return [];
          const topic = text
            .slice(Math.max(from, at - 12), at)
            .split(/[，；。：]/)
            .at(-1)!;
          return stood(
            found.name,
            topic,
            chineseNumber(match[2]!),
            match[1] === undefined,
            columns,
            quote(passage, at, found.end),
          );
        }),
        ...[...sentence.matchAll(ranked)].flatMap((match) => {
          const at = from + match.index;
          const found = firstName(text, at + match[0].length, Math.min(to, at + match[0].length + 8), names);
          if (found?.at !== at + match[0].length) return [];
          const place = quote(passage, at, found.end);
          return stood(found.name, "", chineseNumber(match[2]!), match[1] === undefined, ranks, place);
        }),
        ...[...sentence.matchAll(inPair)].flatMap((match) => {
          const [, a, b] = match as unknown as [string, string, string];
          const at = from + match.index;
          const one = firstName(text, at + match[0].length, Math.min(to, at + match[0].length + 12), names);
          const link = one ? /^[和、与及]/.exec(text.slice(one.end)) : null;
          const other = one && link ? firstName(text, one.end + 1, Math.min(to, one.end + 13), names) : null;
          if (!one || !other || one.at !== at + match[0].length || other.at !== one.end + 1) return [];
          const place = quote(passage, at, other.end);
          return [
            ...stood(one.name, "", chineseNumber(a), true, columns, place),
            ...stood(other.name, "", chineseNumber(b), true, columns, place),
          ].slice(0, 1);
        }),
        ...[...sentence.matchAll(fromTo)].flatMap((match) =>
          shifted(match, quote(passage, from + match.index, from + match.index + match[0].length)),
        ),
        ...[...sentence.matchAll(between)].flatMap(([text, before, now, way, moved]) =>
          shifted(
            [text, now, before, way, moved] as unknown as RegExpExecArray,
            quote(passage, from + sentence.indexOf(text), from + sentence.indexOf(text) + text.length),
          ),
        ),
        ...[...sentence.matchAll(ofSoMany)].flatMap((match) =>
          beyond(match, quote(passage, from + match.index, from + match.index + match[0].length)),
        ),
        ...[...sentence.matchAll(stands)].flatMap((match) =>
          placesOf(match).flatMap(({ own, place }) =>
            /上[月期周季年]|去年|同期/.test(own.topic)
              ? []
              : stood(own.name, own.topic, chineseNumber(match[2]!), match[1] === undefined, columns, place),
          ),
        ),
        ...[...sentence.matchAll(moves)].flatMap((match) =>
          placesOf(match).flatMap(({ own, place }) =>
            tables.flatMap((table) =>
              moved(
                own.name,
                /上升|提升|前进|进步|跃升/.test(match[1]!) ? 1 : -1,
                chineseNumber(match[2]!),
                table,
                place,
              ),
            ),
          ),
        ),
      ];
    }),
  );
};

/** “万人诉求比由高到低，甲镇、乙街道居前两位，丙街道居第三位”: said once for all of them */
const orderOf = (text: string): string => /([^，。；]{2,12}?)(?:由|从)[高多]到[低少]，[^。；]*$/.exec(text)?.[1] ?? "";

/** “排名第七的甲县” */
const leading = /(?:排名|位列|位居|居|列|排)(倒数)?第([一二三四五六七八九十]{1,2}|\d{1,2})(?:位|名)?的/g;
/** “排在第四、第五位的分别是公安政法和市场监管” */
const inPair = /第([一二三四五六七八九十])(?:位)?、第?([一二三四五六七八九十])位的(?:分别|依次)(?:是|为)/g;
/** “第一名青龙镇，第二名大垭镇”, by the column of ranks */
const ranked = /(倒数)?第([一二三四五六七八九十]|\d{1,2})[名位](?:是|为|：)?/g;
/** “由上月第5名升至第3名，上升2名” */
const between =
  /由[^，。；第]{0,8}第(\d{1,2})[位名]?(?:上?升|前进|提升|下?降|后退|退|跃升|滑落)?[至到]第(\d{1,2})[位名]?，(上升|前进|提升|下降|后退|退后|回落)了?(\d{1,2})[位名个]/g;
/** “列第2位，较9月（第1位）上升1位” */
const fromTo =
  /第(\d{1,2})(?:位|名)，较[^。；第]{0,18}第(\d{1,2})(?:位|名)[^。；\d]{0,4}(上升|前进|提升|下降|后退|退后|回落)了?(\d{1,2})(?:个?位次|个名次|位|名)/g;

function shifted([text, now, before, way, said]: RegExpExecArray, place: Place): Finding[] {
  const gained = Number(before) - Number(now);
  const isUp = /上升|前进|提升/.test(way!);
  if (gained === (isUp ? 1 : -1) * Number(said)) return [];
  return [
    finding("change", {
      confidence: 0.75,
      places: [place],
      values: [`${way}${said}位`, `第${before}位`, `第${now}位`],
      arithmetic: `${before} → ${now}`,
      message: `由第${before}位到第${now}位，是${gained > 0 ? "上升" : "下降"}${Math.abs(gained)}位，文中印作${way}${said}位：“${text}”。`,
    }),
  ];
}

/** “12个县区中排第13位” */
const ofSoMany =
  /(\d{1,3}|[一二三四五六七八九十]{2,3})个[^，。；\d]{0,14}中，?[^，。；第\d]{0,6}第([一二三四五六七八九十]{1,3}|\d{1,3})(?:位|名)/g;

function beyond(match: RegExpExecArray, place: Place): Finding[] {
  const [all, said] = [chineseNumber(match[1]!), chineseNumber(match[2]!)];
  if (all === null || said === null || said <= all) return [];
  return [
    finding("rank", {
      confidence: 0.8,
      places: [place],
      values: [String(said), String(all)],
      arithmetic: `${said} > ${all}`,
      message: `文中说${all}个之中列第${said}，不可能在末位之后。`,
    }),
  ];
}

type Place = Finding["places"][number];

/** by the columns that the words name, or any of those that it stands in */
function stood(
  name: string,
  topic: string,
  said: number | null,
  isFromTop: boolean,
  all: Column[],
  place: Place,
): Finding[] {
  const standing = all.filter(({ rows }) => rows.some((row) => row.name === name));
  const monthOf = ({ head }: Column) => Number(/^(\d{1,2})月份?$/.exec(head)?.[1] ?? 0);
  const latest = Math.max(...standing.map(monthOf));
  // what stood where before says nothing of now
  const own = standing.filter(
    (column) => !/上[月期周季年]|去年|同期/.test(column.head) && (monthOf(column) === 0 || monthOf(column) === latest),
  );
  const clean = topic.replace(/[，的]|以?\d[\d,.]*(?:%|件|分|个)?/g, "");
  const named = namedColumns(
    clean,
    own.filter(({ head }) => !rankHead.test(head)),
  );
  // “91.9分，列第3名”: by the column that this value stands in
  const printed = /(\d[\d,]*(?:\.\d+)?)/.exec(topic)?.[1];
  const valued = printed
    ? own.filter(
        (column) =>
          !rankHead.test(column.head) &&
          cellOf(column, column.rows.find((row) => row.name === name)!).text.replace(/[^\d.]/g, "") === printed,
      )
    : [];
  // a list's counts have no heading
  const bare = own.filter(({ head }) => head === "");
  if (named.length === 0 && bare.length === 1 && /[量数]/.test(topic)) named.push(bare[0]!);
  if (valued.length > 0) named.splice(0, named.length, ...valued);
  const columns = named.length > 0 ? [...named, ...own.filter(({ head }) => rankHead.test(head))] : own;
  if (said === null || columns.length === 0) return [];
  if (columns.some((column) => isAt(column, name, said, isFromTop, named.includes(column)))) return [];
  if (named.length === 0 && own.some(({ rows }) => rows.length < said)) return [];
  const column = (named[0] ?? own.find(({ head }) => rankHead.test(head)) ?? own[0])!;
  const row = column.rows.find((one) => one.name === name)!;
  const cell = cellOf(column, row);
  const above = countAbove(column, row);
  const isRank = rankHead.test(column.head);
  return [
    finding("rank", {
      confidence: 0.7,
      places: distinctPlaces([place, rowPlace(row)]),
      values: [String(said), cell.text],
      arithmetic: isRank ? `${column.head} ${cell.text} ≠ ${said}` : `${column.head}高于 ${cell.text} 的有 ${above} 个`,
      message: isRank
        ? `文中说“${name}”列第${said}，表中“${column.head}”是${cell.text}。`
        : `文中说“${name}”列${isFromTop ? "" : "倒数"}第${said}，表中“${column.head}”是${cell.text}，高于它的有${above}个。`,
    }),
  ];
}

const values = (column: Column, rows: Row[]): number[] => rows.map((row) => toNumber(cellOf(column, row).value));

function countAbove(column: Column, row: Row): number {
  const own = toNumber(cellOf(column, row).value);
  return values(column, column.rows).filter((value) => value > own).length;
}

function isAt(column: Column, name: string, said: number, isFromTop: boolean, isNamed: boolean): boolean {
  const row = column.rows.find((one) => one.name === name)!;
  const own = toNumber(cellOf(column, row).value);
  if (rankHead.test(column.head)) return isFromTop ? own === said : own === column.rows.length + 1 - said;
  return [column.rows, peersOf(name, column)].some((rows) => {
    const all = values(column, rows);
    const equal = all.filter((value) => value === own).length;
    const [above, under] = [all.filter((value) => value > own).length, all.filter((value) => value < own).length];
    const isIn = (before: number) => said > before && said <= before + equal;
    // where less is better, or nothing says by what, it may be counted from either end
    const isEither = !isNamed || /逾期|超期|退|不满意|未|扣/.test(column.head);
    return isEither ? isIn(above) || isIn(under) : isIn(isFromTop ? above : under);
  });
}

/** a rank of now beside one of before */
function moved(name: string, sign: 1 | -1, said: number | null, table: Table, place: Place): Finding[] {
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
