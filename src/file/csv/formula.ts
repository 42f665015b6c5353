/**
 * 公式注入的防护: a spreadsheet would run a cell that begins like a formula. Written, such a text gets an apostrophe in
 * front; read, the apostrophe goes again, and a text that had one of its own keeps it: reading is the exact inverse.
 */
const DANGEROUS = /^'*[=+\-@\t\r\n＝＋－＠]/;
const NEUTRALISED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** 中和: the text as it may stand in a cell. */
export const neutralised = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);

/** 还原: the text as it was before. */
export const restored = (text: string): string => (NEUTRALISED.test(text) ? text.slice(1) : text);
