import type { AuditedDocument, Block } from "../../domain/document.ts";
import { Refusal } from "../../domain/refusal.ts";
import { faults } from "./fault.ts";
import { withoutHidden } from "./htmlStyle.ts";
import { type Part, partsOfTable } from "./htmlTable.ts";
import { attributeOf, type Element, isElement, isText, type Node, treeOf } from "./htmlTree.ts";

/** what a page doesn't show, or shows as struck out */
const unseen = new Set(
  "head title script style template noscript noframes noembed iframe audio video canvas svg math textarea select del".split(
    " ",
  ),
);
/** what begins a line of its own; any other element, known or not, stands within its sentence */
const ownLine = new Set(
  "address article aside blockquote body br center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section summary table ul".split(
    " ",
  ),
);

/** no report has so many lines */
const most = 500_000;

/** in a heading a link is no way to another page */
type Where = "text" | "link" | "heading";

/** 读 .html: the text of its paragraphs and the cells of its tables, in order; nothing is fetched or run, and what the page hides isn't read. Refuses frames without a text. */
export function readHtml(source: string): AuditedDocument {
  const tree = withoutHidden(treeOf(source));
  const parts = partsOf(tree, isWrapped(source)).filter((part) => part.kind === "table" || !part.isLinks);
  if (isFrame(tree, parts)) throw new Refusal(faults.framed);
  const isBroken = isPreformatted(parts);
  const shown = parts.filter((part) => part.kind === "table" || isBroken || part.text !== "");
  if (shown.every((part) => part.kind === "paragraph" && part.text === "")) throw new Refusal(faults.emptyPage);
  let line = 0;
  const place = () => ({ line: (line += 1) });
  return {
    layout: isBroken ? "lines" : "paragraphs",
    blocks: shown.map(
      (part): Block =>
        part.kind === "table"
          ? { kind: "table", rows: part.rows.map((cells) => ({ cells, place: place() })) }
          : { kind: "paragraph", text: part.text, place: place() },
    ),
  };
}

/** 各部分: paragraphs and tables below these nodes, whose source may be broken into lines anywhere */
function partsOf(nodes: Node[], isBroken: boolean): Part[] {
  const parts: Part[] = [];
  let [text, linked] = ["", 0];
  const close = (isPre: boolean) => {
    const clean = isPre ? text.trimEnd() : (isBroken ? unbroken(text) : text).replace(blanks, " ").trim();
    const isLinks = linked > 0 && linked * 2 > letters(clean) && !/[。；]/.test(clean);
    if (clean !== "" || isPre) parts.push({ kind: "paragraph", text: clean, isLinks, isPreformatted: isPre });
    [text, linked] = ["", 0];
  };
  const write = (piece: string, where: Where, isPre: boolean) => {
    const [first, ...lines] = isPre ? piece.split(/\r\n|\n|\r/) : [piece];
    text += first;
    if (where === "link") linked += letters(piece);
    if (lines.length > most) throw new Refusal(faults.tooLarge);
    for (const line of lines) {
      close(true);
      text = line;
    }
  };
  const walk = (node: Node, where: Where, isPre: boolean) => {
    if (isText(node)) return write(node.value, where, isPre);
    if (!isElement(node) || unseen.has(node.tagName)) return;
    const isOwnLine = ownLine.has(node.tagName);
    if (isOwnLine && (text !== "" || node.tagName === "br")) close(isPre);
    if (node.tagName === "table") parts.push(...partsOfTable(node, (cell) => partsOf(cell.childNodes, isBroken)));
    else {
      const isOwnPre = isPre || node.tagName === "pre";
      for (const child of node.childNodes) walk(child, whereIn(node, where), isOwnPre);
      if (isOwnLine && text !== "") close(isOwnPre);
    }
  };
  for (const node of nodes) walk(node, "text", false);
  if (text !== "") close(false);
  return parts;
}

/** what has no width is no blank, though it counts as one; thin blanks part the thousands of a number */
const blanks = /[^\S\ufeff\u2006-\u2009\u202f]+/g;

/** 断行的源码: lines that end between any two signs were broken by a program, and so may a number be */
const isWrapped = (source: string): boolean => {
  const between = /[^\s\p{ASCII}]\r?\n[^\s\p{ASCII}]/gu;
  return between.test(source) && between.test(source) && between.test(source);
};

const unbroken = (text: string): string => text.replace(/(?<=\d)\n(?=[\d.,%])|(?<=\d[.,])\n(?=\d)/g, "");

/** the numbers beside or in a link tell nothing of whether it is one of a menu */
const letters = (text: string): number => text.replace(/[^\p{L}]/gu, "").length;

function whereIn(element: Element, where: Where): Where {
  if (where === "heading" || /^h[1-6]$/.test(element.tagName)) return "heading";
  const address = element.tagName === "a" ? attributeOf(element, "href") : null;
  // “#表1” leads to another place of the same page
  return address !== null && !/^#./.test(address) ? "link" : where;
}

/** a page of frames has its text elsewhere; one with a frame may have nothing of its own but a heading */
const isFrame = (tree: Node[], parts: Part[]): boolean =>
  holds(tree, "frameset") ||
  (holds(tree, "iframe") && parts.every((part) => part.kind === "paragraph" && !/[。；]/.test(part.text)));

const holds = (nodes: Node[], name: string): boolean =>
  nodes.some((node) => isElement(node) && (node.tagName === name || holds(node.childNodes, name)));

/** most of it stands in lines as they were typed, like a .txt */
function isPreformatted(parts: Part[]): boolean {
  const length = (some: Part[]) => some.reduce((all, part) => all + (part.kind === "table" ? 0 : part.text.length), 0);
  return length(parts.filter((part) => part.kind === "paragraph" && part.isPreformatted)) * 2 > length(parts);
}
