const digits = ["", ..."一二三四五六七八九"];

/** 三 · 十二 · 九十九 */
function counted(value: number): string {
  const tens = Math.trunc(value / 10);
  return `${tens > 1 ? digits[tens] : ""}${tens > 0 ? "十" : ""}${digits[value % 10]}`;
}

const chinese = Array.from({ length: 99 }, (_, at) => counted(at + 1));
const circled = [..."①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"];
const letters = [..."abcdefghijklmnopqrstuvwxyz"];
const roman = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(" ");
const upper = (list: string[]): string[] => list.map((one) => one.toUpperCase());

/** the first numbers in each way of writing them; further ones are written in digits */
const written: Record<string, string[]> = {
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographDigital: chinese.slice(0, 9),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: [..."⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"],
  decimalEnclosedFullstop: [..."⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"],
  ideographEnclosedCircle: [..."㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"],
  ideographTraditional: [..."甲乙丙丁戊己庚辛壬癸"],
  ideographZodiac: [..."子丑寅卯辰巳午未申酉戌亥"],
  decimalZero: Array.from({ length: 9 }, (_, at) => `0${at + 1}`),
  lowerLetter: letters,
  upperLetter: upper(letters),
  lowerRoman: roman,
  upperRoman: upper(roman),
};

/** 编号的写法: a number of a list as the format of that name writes it */
export const numeralIn = (format: string, value: number): string =>
  format === "none" ? "" : (written[format]?.[value - 1] ?? String(value));
