/**
 * 表格软件: what comes from a sheet and goes to one keeps its leading zeros and all its digits. A sheet takes 0017 out of a page for
 * the number 17, unless the cell says that it is text; and a field of one line would write the cells of a column into one number.
 */

/** What a cell says of itself so that Excel and WPS keep it as it is written. */
const AS_TEXT = "mso-number-format:'\\@'";
/** drawn or only heard: nothing that belongs into a cell */
const NO_WORDS = "svg, input, .unseen";

function copyTable(event: ClipboardEvent): void {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData) return;
  const range = selection.getRangeAt(0);
  const part = document.createElement("div");
  part.append(range.cloneContents());
  const cells = part.querySelectorAll<HTMLElement>("td, th");
  if (cells.length === 0) return;
  for (const one of part.querySelectorAll(NO_WORDS)) one.remove();
  for (const cell of cells) cell.setAttribute("style", AS_TEXT);
  const within = range.commonAncestorContainer;
  const row = within instanceof HTMLTableRowElement ? `<tr>${part.innerHTML}</tr>` : part.innerHTML;
  event.clipboardData.setData("text/html", part.querySelector("table") ? row : `<table>${row}</table>`);
  event.clipboardData.setData("text/plain", selection.toString());
  event.preventDefault();
}

const isLine = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && ["text", "tel", "search"].includes(target.type);

function pasteCells(event: ClipboardEvent): void {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!isLine(event.target) || !/[\t\r\n]/.test(text)) return;
  event.preventDefault();
  const cells = text.split(/[\t\r\n]+/).map((cell) => cell.trim());
  // as if it were typed, so that it can be undone
  document.execCommand("insertText", false, cells.filter((cell) => cell !== "").join(" "));
}

export function listenToSheets(): void {
  document.addEventListener("copy", copyTable);
  document.addEventListener("paste", pasteCells);
}
