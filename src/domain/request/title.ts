/** 标题: a matter is called by what the citizen said first; nobody types one. */

/** characters */
const LONGEST = 30;
/** what a caller's words are led in with in every second record */
const LEAD = /^(来电人|市民|群众|当事人|诉求人)?(来电)?(反映|咨询|求助|投诉|举报|建议|表扬|称|表示)[:：,，]?\s*/u;

/** 标题 of these words: the first sentence without its lead-in, cut after 30 characters; null where there are none. */
export function titleOf(text: string | null): string | null {
  const words = (text ?? "").trim();
  if (words === "") return null;
  const bare = words.replace(LEAD, "") || words;
  const first = [...(bare.match(/^[^。！？；!?;\n]+/u)?.[0] ?? bare).trim()];
  return first.length > LONGEST ? `${first.slice(0, LONGEST).join("")}…` : first.join("");
}
