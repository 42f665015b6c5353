/**
 * 拼音首字母, as people type names: 桂花街道 → ghjd. Where a letter's characters begin is told by the order of the language
 * itself; of characters with several readings those that stand in names are listed.
 */
const LETTERS = "abcdefghjklmnopqrstwxyz";
/** the first character of each letter, in that order */
const FIRST = [..."阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀"];

/** 多音字: every letter that one of its readings begins with */
// biome-ignore format: a table
const SEVERAL: Record<string, string> = {
  长: "cz", 重: "cz", 单: "ds", 乐: "ly", 行: "hx", 朝: "cz", 曾: "cz", 厦: "xs", 解: "jx", 会: "hk", 车: "cj", 藏: "cz",
  调: "dt", 传: "cz", 盛: "cs", 乘: "cs", 参: "cs", 石: "sd", 澄: "cd", 校: "xj", 降: "jx", 系: "xj", 泊: "bp", 圩: "wx",
  堡: "bp", 埔: "bp", 尉: "wy", 蔚: "wy", 陂: "bp", 莞: "gw", 浒: "hx", 荥: "xy", 栎: "ly", 洗: "sx", 缪: "mx", 翟: "dz",
};

const order = new Intl.Collator("zh");
const known = new Map<string, string>();

function readOff(char: string): string {
  if (!/\p{Script=Han}/u.test(char)) return /[a-z0-9]/.test(char) ? char : "";
  const several = SEVERAL[char];
  if (several !== undefined) return several;
  return LETTERS[FIRST.findLastIndex((first) => order.compare(first, char) <= 0)] ?? "";
}

/** 一个字的首字母: one letter or several; a letter or digit is its own; '' for anything else. */
export function initialsOf(char: string): string {
  const before = known.get(char);
  if (before !== undefined) return before;
  const letters = readOff(char);
  known.set(char, letters);
  return letters;
}
