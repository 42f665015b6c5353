/** 数字块在编辑框里: a piece that can't be typed into; the box's content ↔ a template. */
import {
  type BoundFigure,
  printedForms,
  type Template,
  type TemplatePart,
  tidied,
} from "../../../domain/report/template.ts";

/** a caret finds no place between two pieces, or between one and the edge, without something there */
const NOTHING = "\u200b";

const isBound = (value: unknown): value is BoundFigure => {
  const { figure, form, was } = (value ?? {}) as Partial<BoundFigure>;
  return typeof figure === "string" && typeof was === "string" && printedForms.some((one) => one === form);
};

function chipOf(part: BoundFigure): HTMLElement {
  const chip = document.createElement("span");
  chip.className = "chip";
  chip.contentEditable = "false";
  chip.dataset.bound = JSON.stringify(part);
  chip.textContent = part.was;
  return chip;
}

const nodesOf = (part: TemplatePart): Node[] =>
  typeof part === "string"
    ? // a line that ends in nothing isn't drawn
      [document.createTextNode(part.endsWith("\n") ? part + NOTHING : part)]
    : [document.createTextNode(NOTHING), chipOf(part), document.createTextNode(NOTHING)];

export function fragmentOf(template: Template): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...template.flatMap(nodesOf));
  return fragment;
}

function partsOf(node: Node): TemplatePart[] {
  if (node instanceof HTMLElement && node.dataset.bound !== undefined) {
    const part: unknown = JSON.parse(node.dataset.bound);
    return isBound(part) ? [part] : [];
  }
  if (node.nodeType === Node.TEXT_NODE) return [(node.textContent ?? "").replaceAll(NOTHING, "").replace(SPACES, " ")];
  return node.nodeName === "BR" ? ["\n"] : [...node.childNodes].flatMap(partsOf);
}

/** as one space; the end of a line is one only where lines are written */
const SPACES = /[^\S\n]+/g;

/** what stands in the box, as a template */
export const templateIn = (box: Node): Template => tidied([...box.childNodes].flatMap(partsOf));

const KIND = "application/x-rexian-paragraph";

/** 拷贝: numbers stay bound when they are moved within what is written here. */
export function copyTo(data: DataTransfer): boolean {
  const range = document.getSelection()?.getRangeAt(0);
  if (!range || range.collapsed) return false;
  const template = templateIn(range.cloneContents());
  data.setData(KIND, JSON.stringify(template));
  data.setData("text/plain", template.map((part) => (typeof part === "string" ? part : part.was)).join(""));
  return true;
}

/** 粘贴的: words alone, or words with bound numbers that were copied here; on one line, unless lines are written */
export function pastedFrom(data: DataTransfer, lines: boolean): Template {
  const own: unknown = JSON.parse(data.getData(KIND) || "null");
  const parts: Template = Array.isArray(own)
    ? own.filter((part) => typeof part === "string" || isBound(part))
    : [data.getData("text/plain").replaceAll("\r\n", "\n")];
  const spaces = lines ? SPACES : /\s+/g;
  return parts.map((part) => (typeof part === "string" ? part.replace(spaces, " ") : part));
}

/** 放进光标处 of the box, or at its end; the caret stands after it. */
export function insertInto(box: HTMLElement, template: Template): void {
  const selection = document.getSelection();
  const chosen = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const range = chosen && box.contains(chosen.commonAncestorContainer) ? chosen : document.createRange();
  if (range !== chosen) {
    range.selectNodeContents(box);
    range.collapse(false);
  }
  range.deleteContents();
  const fragment = fragmentOf(template);
  const last = fragment.lastChild;
  range.insertNode(fragment);
  if (!last) return;
  range.setStartAfter(last);
  range.collapse(true);
  selection?.removeAllRanges();
  selection?.addRange(range);
}
