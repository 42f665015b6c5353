/** 列举成表: bullets or numbered lines that each name something and count it are read as the rows of a table as well. */
import type { Mention } from "./mention.ts";
import type { Passage } from "./passage.ts";
import type { Row, Table } from "./table.ts";

const sign =
  /^(?:(?:[-—–·•●○■◆▪*]+)\s*)?(?:\d{1,2}[.、．）)]|（[\d一二三四五六七八九十]{1,2}）|[①-⑳]|[一二三四五六七八九十]{1,2}是)?\s*/;
const named = /^([^，。；：（）\d]{2,14}?)(?:类)?(?:[：，]|(?=\d)|(?:共|受理|诉求)(?=\d))/;
const total = /^(?:合计|总计|小计|共计|全部)$/;

interface Item {
  name: string;
  /** what its numbers are of, in order; the first may have no words */
  labels: string[];
  mentions: Mention[];
  passage: Passage;
}

/** at least three lines one after the other, with the same numbers in the same order */
export function listTables(passages: Passage[], mentions: Mention[]): Table[] {
  const byPassage = new Map<Passage, Mention[]>();
  for (const mention of mentions) byPassage.set(mention.passage, [...(byPassage.get(mention.passage) ?? []), mention]);
  const tables: Table[] = [];
  let items: Item[] = [];
  let title = "";
  const close = () => {
    const table = tableOf(items, title);
    if (table) tables.push(table);
    items = [];
  };
  for (const passage of passages) {
    const item = itemOf(passage, untilChange(byPassage.get(passage) ?? []));
    if (!item) {
      close();
      title = passage.text;
    } else items.push(item);
  }
  close();
  return tables;
}

function itemOf(passage: Passage, own: Mention[]): Item | null {
  const mark = sign.exec(passage.text)![0];
  const rest = passage.text.slice(mark.length);
  const name = named.exec(rest)?.[1]?.trim();
  const [first] = own;
  // “满意率100%的17个单位：……” names no row
  if (!name || !first || first.isHedged || passage.text.length > 120) return null;
  if (/^的(?:\d|[^，。；：]{0,4}(?:单位|部门|县区|街道|乡镇))/.test(passage.text.slice(first.end))) return null;
  // without a sign of a list it is one only where the name is set off from its number
  if (mark === "" && !/^[^，。；：（）\d]{2,14}[：]/.test(rest)) return null;
  const labels = own.map(({ before }) =>
    before
      .split(/[，：；（）]/)
      .at(-1)!
      .replace(sign, "")
      .replace(/(?:为|是|达)$/, ""),
  );
  const firstLabel = labels[0]!.replace(name, "").replace(/^类|^(?:共|受理|诉求)$/g, "");
  return { name, labels: [firstLabel, ...labels.slice(1)], mentions: own, passage };
}

/** what goes up or down has its sign in words */
function untilChange(own: Mention[]): Mention[] {
  const at = own.findIndex(({ kind }) => kind === "change");
  return at < 0 ? own : own.slice(0, at);
}

/** the numbers that all lines have under the same words */
function tableOf(items: Item[], title: string): Table | null {
  if (items.length < 3 || new Set(items.map(({ name }) => name)).size < items.length) return null;
  const [first] = items as [Item];
  let width = 0;
  while (
    items.every(
      ({ labels, mentions }) =>
        labels[width] === first.labels[width] &&
        mentions[width]?.unit === first.mentions[width]?.unit &&
        mentions[width],
    )
  )
    width += 1;
  const isCounts = items.every(({ mentions: [one] }) => one!.kind === "count" || one!.kind === "rate");
  if (width === 0 || !isCounts) return null;
  const heads = width > 1 || first.labels[0] !== "" ? ["", ...first.labels.slice(0, width)] : null;
  return {
    rows: items.map((item) => rowOf(item, width)),
    heads,
    leaves: heads,
    words: heads ?? [],
    width: width + 1,
    title,
  };
}

function rowOf({ name, mentions, passage }: Item, width: number): Row {
  const own = mentions.slice(0, width);
  return {
    name,
    numbers: [null, ...own.map(({ number }) => number)],
    values: [Number.NaN, ...own.map(({ number }) => number.approximate)],
    cells: [name, ...own.map(({ number }) => number.text)],
    place: passage.starts[0]!.line.place,
    places: null,
    text: passage.text,
    isTotal: total.test(name),
  };
}
