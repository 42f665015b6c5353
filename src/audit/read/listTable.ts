/** 列举成表: bullets or numbered lines that each name something and count it are read as the rows of a table as well. */
import type { Mention } from "./mention.ts";
import type { Passage } from "./passage.ts";
import type { Row, Table } from "./table.ts";

const item =
  /^(?:[-—–·•●○■◆▪*]+\s*)?(?:第?[一二三四五六七八九十]{1,2}(?:是|、)|\d{1,2}[.、．）)]|（[\d一二三四五六七八九十]{1,2}）|[①-⑳])?\s*([^，。；：（）\d]{2,14}?)(?:类)?[：，]?(?:共|受理|诉求)?$/;
const sign =
  /^(?:[-—–·•●○■◆▪*]|\d{1,2}[.、．）)]|（[\d一二三四五六七八九十]{1,2}）|[①-⑳]|[一二三四五六七八九十]{1,2}是)/;

/** at least three lines one after the other; their one column is of counts, without a heading */
export function listTables(passages: Passage[], mentions: Mention[]): Table[] {
  const firsts = new Map<Passage, Mention>();
  for (const mention of mentions) if (!firsts.has(mention.passage)) firsts.set(mention.passage, mention);
  const tables: Table[] = [];
  let rows: Row[] = [];
  let title = "";
  const close = () => {
    const isOneUnit = new Set(rows.map(({ cells }) => cells[1]!.replace(/[\d,.]/g, ""))).size === 1;
    if (rows.length > 2 && isOneUnit && new Set(rows.map(({ name }) => name)).size === rows.length)
      tables.push({ rows, heads: null, leaves: null, words: [], width: 2, title });
    rows = [];
  };
  for (const passage of passages) {
    const first = firsts.get(passage);
    const name = first && sign.test(passage.text) ? item.exec(passage.text.slice(0, first.at))?.[1] : undefined;
    if (!first || !name || first.kind !== "count" || first.isHedged || passage.text.length > 120) {
      close();
      title = passage.text;
      continue;
    }
    rows.push(rowOf(name, first, passage));
  }
  close();
  return tables;
}

const rowOf = (name: string, { number }: Mention, passage: Passage): Row => ({
  name,
  numbers: [null, number],
  values: [Number.NaN, number.approximate],
  cells: [name, number.text],
  place: passage.starts[0]!.line.place,
  places: null,
  text: passage.text,
  isTotal: false,
});
