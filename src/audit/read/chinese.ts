const digits = "零一二三四五六七八九";

/** 汉字数字: 一…九十九, as in 前五, 三个; null for anything else */
export function chineseNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace("两", "二");
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(plain);
  if (!match || plain === "") return null;
  const [, tens, ten, ones] = match;
  if (!ten) return tens && ones ? null : digits.indexOf(tens ?? ones ?? "");
  return (tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0);
}
