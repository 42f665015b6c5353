/** 共同的词: what two texts both say, without a dictionary; what nearly every caller says doesn't count. */
import { runs } from "./words.ts";

/** 套话: found in any two requests */
// biome-ignore format: a list
const COMMON = [
  "来电人", "当事人", "诉求人", "市民", "群众", "居民", "来电", "反映", "咨询", "求助", "投诉", "举报", "建议", "表示", "希望", "请求",
  "要求", "相关", "有关", "部门", "单位", "处理", "解决", "核实", "尽快", "问题", "情况", "没有", "现在", "目前", "一直", "多次",
  "影响", "严重", "生活", "小区", "附近", "管理", "服务", "其他", "今天", "昨天", "已经", "不能", "无法", "联系", "回复", "答复",
];

/** so much of a text is looked at: more than anybody tells on the telephone */
const LONGEST = 600;

const without = (text: string, words: readonly string[]) =>
  words.reduce((rest, word) => (word === "" ? rest : rest.replaceAll(word, " ")), text);

const pairsOf = (run: readonly string[]) => run.slice(1).map((char, at) => `${run[at]}${char}`);

/** The longest stretches of `run` that stand in `text`. */
function stretches(run: readonly string[], text: string, pairs: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (let at = 0; at + 1 < run.length; at += 1) {
    if (!pairs.has(`${run[at]}${run[at + 1]}`)) continue;
    let end = at + 2;
    while (end < run.length && text.includes(run.slice(at, end + 1).join(""))) end += 1;
    found.push(run.slice(at, end).join(""));
    at = end - 1;
  }
  return found;
}

/** 一段文字 made ready to be compared with many; `known`: names that both have anyway, such as the place's. */
export function comparable(text: string, known: readonly string[] = []) {
  const own = runs(without(text.slice(0, LONGEST), [...known, ...COMMON]));
  const joined = own.map((run) => run.join("")).join("\n");
  const pairs = new Set(own.flatMap(pairsOf));
  /** 共同的词 with another text, the longest first; each has a Chinese character in it */
  return (other: string): string[] => {
    const theirs = runs(without(other.slice(0, LONGEST), [...known, ...COMMON]));
    const all = new Set(theirs.flatMap((run) => stretches(run, joined, pairs)));
    const said = [...all].filter((word) => /\p{Script=Han}/u.test(word)).sort((a, b) => b.length - a.length);
    return said.filter((word, at) => !said.slice(0, at).some((longer) => longer.includes(word)));
  };
}

/** 有多像: so many characters are said by both */
export const lengthOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + [...word].length, 0);
