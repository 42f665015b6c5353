/** 一行的分类表: “受理的45件中，分类情况如下：”, a line of names and a line of counts, which don't make it. */
import type { Finding } from "../../../domain/finding.ts";
import { type Grid, type Passage, quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const leads = /(?:分类|类型|类别|构成|分布|来源)[^，。；]{0,6}(?:如下|见下表)[：。]?$/;
/** one order may stand in several of them */
const several = /多选|重复|同时|交叉|人次/;
const LEAST_CELLS = 4;

/** two at most: a line of names and a line of counts, or both in one */
const linesBelow = (passages: Passage[], from: number): Passage[] => {
  const end = passages.findIndex(({ text }, at) => at >= from && !text.includes("|"));
  return passages.slice(from, end < 0 ? from + 2 : Math.min(end, from + 2));
};

export const barredRow = (reading: Reading): Finding[] => [
  ...ofLead(reading),
  ...reading.pieces.flatMap((piece) => (piece.kind === "grid" ? ofClosing(piece.rows) : [])),
];

/** “工单数量（件）| 341 | 78 | 29 | 9 | 27”, and below it “合计（件）| 487” */
function ofClosing(rows: Grid["rows"]): Finding[] {
  const [row, below] = rows.slice(-2);
  const [name = "", total, ...others] = below?.cells ?? [];
  const numbers = row?.cells.slice(1) ?? [];
  const isRow = numbers.length >= LEAST_CELLS && [...numbers, total ?? ""].every((cell) => /^\d+$/.test(cell));
  const added = numbers.reduce((all, cell) => all + Number(cell), 0);
  if (!isRow || others.length > 0 || !/^(?:合计|总计|共计)/.test(name) || added === Number(total)) return [];
  return [
    finding("tableSum", {
      confidence: 0.85,
      places: [below!, row!].map(({ place, text }) => ({ ...place, text })),
      values: [total!, ...numbers],
      arithmetic: `${numbers.join(" + ")} = ${added} ≠ ${total}`,
      message: `“${name}”印作${total}，上面“${row!.cells[0]}”一行的${numbers.length}类相加为${added}。`,
    }),
  ];
}

const ofLead = ({ passages, mentions }: Reading): Finding[] =>
  passages.flatMap((lead, at) => {
    if (!leads.test(lead.text) || several.test(lead.text)) return [];
    const lines = linesBelow(passages, at + 1);
    const cells = lines.flatMap(({ text }) => text.replace(/^\||\|$/g, "").split("|"));
    const [names, numbers] = [cells.slice(0, cells.length / 2), cells.slice(cells.length / 2)];
    const own = mentions.filter(
      ({ passage, kind, period }) => passage === lead && kind === "count" && period === "now",
    );
    const [whole, ...more] = own;
    const isRow = numbers.length >= LEAST_CELLS && numbers.every((cell) => /^\d+$/.test(cell));
    if (!isRow || !whole || more.length > 0 || names.some((name) => /合计|总计|小计|\d/.test(name))) return [];
    const added = numbers.reduce((all, cell) => all + Number(cell), 0);
    if (added === whole.number.approximate) return [];
    return [
      finding("partsAndWhole", {
        confidence: 0.75,
        places: distinctPlaces([placeOf(whole), ...lines.map((line) => quote(line, 0, line.text.length))]),
        values: [whole.number.text, ...numbers],
        arithmetic: `${numbers.join(" + ")} = ${added} ≠ ${whole.number.text}`,
        message: `“${nameOf(whole)}”印作${whole.number.text}，表中${numbers.length}类相加为${added}。`,
      }),
    ];
  });
