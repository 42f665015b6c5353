/** 市民写的话: what of it can't be taken, said the same on his page and at the door. */

/** what a browser would take for a page's code, or a reader for something else than it says */
const CODE = /<\s*[a-z!/?]/i;
const UNSEEN = /(?![\n\r\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** 不能收的: why these words can't be taken; null: they can. */
export function writtenFault(text: string): string | null {
  if (UNSEEN.test(text)) return "里面有看不见的特殊字符，请删掉再交";
  return CODE.test(text) ? "里面有网页代码，请只写文字" : null;
}
