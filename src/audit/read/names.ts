/** 名称: the names of tables' rows, as a text may write them, and where it does. */
import { columnsUpTo } from "./columns.ts";
import type { Table } from "./table.ts";

/** names of rows, as a text may write them: the longest first */
export type Names = { written: string; name: string }[];

export function namesOf(tables: Table[]): Names {
  const names = new Set(
    tables.flatMap(({ rows }) =>
      rows.flatMap(({ name, isTotal }) => (isTotal || !/[\u4e00-\u9fff]{2}|\d[月日]/.test(name) ? [] : [name])),
    ),
  );
  const shortened = [...names].flatMap((name) => {
    const short = name.replace(/^[市县区省州](?=.{2})|（[^（）]*）$/, "");
    return short.length > 2 && short !== name && !names.has(short) ? [{ written: short, name }] : [];
  });
  const own = [...names].map((name) => ({ written: name, name }));
  const bare = bareNames([...names]).filter(({ written }) => !names.has(written));
  return [...own, ...shortened, ...bare, ...tables.flatMap(secondNames)].sort(
    (a, b) => b.written.length - a.written.length,
  );
}

const division = /(?:街道|[镇乡市县区州盟旗])$/;
/** words of their own, and what many places are called alike */
const common = /^(?:.*(?:开发|高新|经开|新|城|园|中心|本|全|直))$/;

/** “岚州、沅川、云浦”: places of one list, without what they are; a date without its month where all are of one */
function bareNames(names: string[]): Names {
  const places = names.filter((name) => division.test(name));
  const months = new Set(names.flatMap((name) => /^(\d{1,2}月)\d{1,2}日/.exec(name)?.[1] ?? []));
  const days = months.size === 1 ? names.filter((name) => /^\d{1,2}月\d{1,2}日$/.test(name)) : [];
  const written = [
    ...(places.length > 2 ? places.map((name) => ({ written: name.replace(division, ""), name })) : []),
    ...days.map((name) => ({ written: name.replace(/^\d{1,2}月/, ""), name })),
  ];
  return written.filter(({ written: own }) => own.length > 1 && !common.test(own));
}

/** “1月28日 除夕”: another column of words names the rows as well */
const secondNames = ({ rows, width }: Table): Names =>
  columnsUpTo(width).flatMap((at) => {
    const named = rows.filter(({ isTotal }) => !isTotal);
    const cells = named.map(({ cells: own }) => own[at] ?? "");
    const isNames = cells.every((cell, nth) => /^[\u4e00-\u9fff]{2,8}$/.test(cell) && cell !== named[nth]!.name);
    return isNames && new Set(cells).size === cells.length && cells.length > 2
      ? named.map(({ name }, nth) => ({ written: cells[nth]!, name }))
      : [];
  });

/** “售后服务投诉” is no 投诉 of the table's */
const kinds = /^(?:投诉|举报|咨询|求助|建议|表扬|商品|服务)$/;

/** the name that begins right here */
function nameAt(text: string, at: number, names: Names): { name: string; end: number } | null {
  const found = names.find(({ written }) => text.startsWith(written, at));
  if (found && kinds.test(found.written) && /[\u4e00-\u9fff]/.test(text[at - 1] ?? "")) return null;
  // “7月8日至11日四天共……”: the ends of a span are no days of their own
  if (!found || (/^\d/.test(found.written) && /[\d至到—～-]/.test(text[at - 1] ?? ""))) return null;
  const end = at + found.written.length;
  // “1月22日” is no January
  return found.written.endsWith("月") && /^\d/.test(text.slice(end)) ? null : { name: found.name, end };
}

export interface Found {
  name: string;
  at: number;
  end: number;
}

/** the first name from a place of a text on */
export function firstName(text: string, from: number, to: number, names: Names): Found | null {
  for (let at = from; at < to; at += 1) {
    const found = nameAt(text, at, names);
    if (found && found.end <= to) return { ...found, at };
  }
  return null;
}

/** every name between two places of a text, none within another */
export function everyName(text: string, from: number, to: number, names: Names): Found[] {
  const found: Found[] = [];
  for (let next = firstName(text, from, to, names); next; next = firstName(text, next.end, to, names)) found.push(next);
  return found;
}

/** the last name before a place of a text */
export const lastName = (text: string, from: number, to: number, names: Names): Found | null =>
  everyName(text, from, to, names).at(-1) ?? null;
