/** 遮蔽: what of a person may be read by somebody who doesn't need it to do his part. */

const PATTERNS: [RegExp, string][] = [
  // identity numbers go first: a telephone number could be read inside one
  [/(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g, "（证件号略）"],
  [/(?<!\d)1[3-9](?:[ -]?\d){9}(?!\d)/g, "（电话略）"],
  [/(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/g, "（电话略）"],
  [
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])/g,
    "（车牌略）",
  ],
];

const folded = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** 遮蔽文字: telephone and identity numbers and plates in running text, in half or full width. */
export const maskText = (text: string): string =>
  PATTERNS.reduce((masked, [pattern, put]) => masked.replace(pattern, put), folded(text));
