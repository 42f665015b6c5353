/** 列举: names that a text sets one after the other, and values said to be theirs in the same order (分别). */
import type { Mention } from "./mention.ts";
import type { Reading } from "./reading.ts";
import { sentenceOf } from "./sentence.ts";

export interface Aligned {
  names: string[];
  values: Mention[];
  /** fewer, where 和 belongs to a name */
  least: number;
  /** more names are possible where 和 may belong to a name */
  most: number;
}

/** “六个部门”, “9个市（州）”: of how many a text speaks, as a table may have rows */
export const members =
  /([两二三四五六七八九十]{1,2}|\d{1,2})个?(?:主要|县级|区级|市级)?(?:部门|单位|市（州）|市州|县（市、区）|县（市）|县（区）|县市区|区县|县区|县|区|街道|乡镇|镇街|平台)/;

/** “三类共”, “以上五项合计”: a number behind it is the sum of what was listed, and no item */
const summing =
  /合计|共计|总计|累计|(?:[两三四五六七八九十]|\d{1,2})(?:大?类|项|者|个|家|方面|地|区|种)[^，、。；]{0,6}共|(?:以上|上述)[^，、。；]{0,10}共/;
export const isSum = ({ before }: Mention): boolean =>
  summing.test(before) ||
  /^[，、；][两三四五六七八九十][类项者家地]$/.test(before) ||
  /加起来$/.test(before) ||
  /^，?共$/.test(before);

/** “及时”, “和平区”, “参与率” join nothing */
const joining = "(?:以及|及(?![时格])|(?<=[区县市镇乡局委办道])和|和(?![平谐解])|(?<![参给赋])与(?!会))";
const joiner = new RegExp(joining);
const separators = new RegExp(`、|，?${joining}(?=[^，。；]{2,})`);

/** names between 、; the last one may follow 和 */
export function namesIn(text: string): { names: string[]; least: number; most: number } {
  const parts = text.split("、");
  const last = parts.at(-1)!;
  const tail = last.split(joiner);
  const isJoined = parts.length > 1 && tail.length === 2 && tail.every((name) => name.length > 1);
  const names = isJoined ? [...parts.slice(0, -1), ...tail] : parts.length === 1 && tail.length === 2 ? tail : parts;
  const most = parts.reduce((sum, part) => sum + part.split(separators).length, 0);
  return {
    names: names.map((name) => name.trim()),
    least: Math.max(parts.length, isJoined || parts.length > 1 ? parts.length : names.length),
    most,
  };
}

/** a list of names at the end of a text, or of one of its clauses: “受理量前三的是A、B、C” */
function listBefore(text: string): ReturnType<typeof namesIn> | null {
  const clauses = text
    .replace(/（[^（）\d]*）/g, "")
    .replace(/(?:分列|分居|分别?位?列|排名|位列|位居)第[^，；：]*/g, "")
    .split(/[，；：]/)
    .filter((clause) => clause !== "" && !/^与[^、]*相比$/.test(clause));
  // “直办与转办合计分别为”: what is added up, and no names
  const clause = clauses.findLast((one) => (one.includes("、") || joiner.test(one)) && !/\d|(?:合计|之和)$/.test(one));
  if (!clause || clauses.indexOf(clause) < clauses.length - 2) return null;
  const start = /^(?:.*?(?:分别是|分别为|依次是|依次为|的是|的有|包括|是|为))?(.*)$/.exec(clause)![1]!;
  // “供水、供电类诉求同比、环比分别上升”: so many for each
  if (/同比[、和与]环比|环比[、和与]同比/.test(start)) return null;
  return start.includes("、") || joiner.test(start) ? namesIn(start) : null;
}

/** 分别: names and as many values */
export function alignedLists({ sentences }: Reading): Aligned[] {
  return sentences.flatMap((mentions) => {
    const { sentence } = mentions[0]!;
    const text = sentenceOf(mentions[0]!);
    return [...text.matchAll(/分别|依次/g)].flatMap((mark) => {
      const at = sentence.from + mark.index;
      // “外卖骑手反映保险和押金问题，1至3月分别为……”: of each month
      if (/\d(?:至|到|-|、)\d{1,2}月份?$|[各逐三]个?月$/.test(text.slice(0, mark.index))) return [];
      // “甲、乙基数小、涨幅大，分别由96件、41件增至……”: the names stand further up
      if (/^(?:分别|依次)(?:由|从)/.test(text.slice(mark.index))) return [];
      const values = runAfter(mentions, at);
      const before = text.slice(text.lastIndexOf("；", mark.index) + 1, mark.index);
      const list = listBefore(before);
      return values.length > 1 && list ? [{ ...list, values }] : [];
    });
  });
}

/** values of one unit that only 、 or 和 keep apart, soon after 分别 */
function runAfter(mentions: Mention[], at: number): Mention[] {
  const first = mentions.findIndex((mention) => mention.at > at);
  if (first < 0) return [];
  const { passage } = mentions[first]!;
  if (!/^(?:分别|依次)[^，。；、\d]{0,24}$/.test(passage.text.slice(at, mentions[first]!.at))) return [];
  const run = [mentions[first]!];
  for (const mention of mentions.slice(first + 1)) {
    const between = passage.text.slice(run.at(-1)!.end, mention.at);
    if (!/^(?:、|，|和|及|与|以及)$/.test(between)) break;
    // “1.2个、0.8个、0.5个百分点” are all points; “1000件、980件和98.5%” goes on in another unit
    const isAlike = mention.unit === run[0]!.unit || (run[0]!.unit === "个" && mention.unit === "百分点");
    if (!isAlike && between !== "，") return [];
    if (!isAlike) break;
    run.push(mention);
  }
  return run;
}
