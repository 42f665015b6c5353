/** 看不懂的位置: line and column, both from 1, and the character there; '' at the end of the text. */
export interface JsonFault {
  line: number;
  column: number;
  found: string;
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none of them in a text
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/y;
/** a text as far as it goes */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const TEXT_START = /"(?:[^"\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*/y;

function placeOf(text: string, at: number): JsonFault {
  const before = text.slice(0, at).split("\n");
  return {
    line: before.length,
    column: [...(before.at(-1) as string)].length + 1,
    found: [...text.slice(at)][0] ?? "",
  };
}

/** What may come next inside a list or an object. */
type Expect = "value" | "firstValue" | "key" | "firstKey" | "colon" | "after";

/** JSON 的第一处错误, for a sentence that says where; null for a text that is whole. Without recursion: depth has no limit. */
export function jsonFault(text: string): JsonFault | null {
  let at = 0;
  const open: ("{" | "[")[] = [];
  let expect = "value" as Expect;
  const skip = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found !== null && found[0] !== "";
  };
  const close = (bracket: string) => open.at(-1) === (bracket === "}" ? "{" : "[");
  for (;;) {
    skip(SPACE);
    const next = text[at];
    if (next === undefined) return expect === "after" && open.length === 0 ? null : placeOf(text, at);
    if (next === '"' && expect !== "after" && expect !== "colon") {
      if (!skip(TEXT)) {
        skip(TEXT_START);
        return placeOf(text, at);
      }
      expect = expect === "key" || expect === "firstKey" ? "colon" : "after";
    } else if (expect === "colon" && next === ":") [at, expect] = [at + 1, "value"];
    else if (expect === "after" && next === "," && open.length > 0)
      [at, expect] = [at + 1, open.at(-1) === "{" ? "key" : "value"];
    else if ((next === "}" || next === "]") && close(next) && ["after", "firstKey", "firstValue"].includes(expect)) {
      if (expect !== "after" && (next === "}") !== (expect === "firstKey")) return placeOf(text, at);
      open.pop();
      [at, expect] = [at + 1, "after"];
    } else if ((expect === "value" || expect === "firstValue") && (next === "{" || next === "[")) {
      open.push(next);
      [at, expect] = [at + 1, next === "{" ? "firstKey" : "firstValue"];
    } else if ((expect === "value" || expect === "firstValue") && skip(SCALAR)) expect = "after";
    else return placeOf(text, at);
  }
}
