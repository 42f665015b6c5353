/** 标题: a matter is called by what the citizen said first; nobody types one. */

/** characters */
const LONGEST = 30;
/** how a record of a call begins, before it says anything: a greeting, who calls, that he reports */
const LEAD =
  /^(您好|你好|喂)?[，,。！!\s]*(该|一位)?(来电人|来访人|市民|群众|居民|村民|当事人|诉求人|我)?(来电|致电|来信|想)*(反映|反应|咨询|求助|投诉|举报|建议|表扬|称|表示|了解|知道|问)?(一下)?[:：，,]?\s*/u;
const SENTENCE = /[^。！？；!?;\n]+/gu;
/** tells only where, or that somebody called: 接市民来电，地点在锦石乡 */
const ONLY_WHERE =
  /^(?:接|据)?(?:到|市民|群众|居民|来电|反映|[，,：:\s])*(?:(?:事发|具体|详细)?(?:地点|地址|位置)(?:在|是|为|位于|[：:])|位于)[^，,。；]*$/u;
/** shorter is no sentence that tells one matter from another */
const SHORTEST = 4;

const cut = (text: string): string => {
  const all = [...text];
  return all.length > LONGEST ? `${all.slice(0, LONGEST).join("")}…` : text;
};

/** 标题 of these words: the first sentence that says something, and not only where, without its lead-in, cut after 30 characters; null: no words. */
export function titleOf(text: string | null): string | null {
  const sentences = ((text ?? "").match(SENTENCE) ?? []).map((one) => one.trim()).filter((one) => one !== "");
  const bare = sentences.map((one) => one.replace(LEAD, ""));
  const long = bare.filter((one) => [...one].length >= SHORTEST);
  const telling = long.find((one) => !ONLY_WHERE.test(one)) ?? long[0] ?? sentences[0];
  return telling === undefined ? null : cut(telling);
}
