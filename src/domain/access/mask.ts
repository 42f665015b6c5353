/** 遮蔽: what of a person may be read in running text by somebody who doesn't need it to do his part. */
import type { Contact } from "../ledger/event.ts";
import { visible } from "../visible.ts";
import { HOME, HOUSE, HOUSE_GIVEN, LIVES, patternOf, placeOf, TELLINGS } from "./identifying.ts";
import { maskAddress } from "./maskContact.ts";
import { compoundSurnames, isCommonSurname } from "./surname.ts";

/** 数字, said in figures or in words: whoever is hindered from giving a number spells it */
const SPELT = "[\\d〇○零一幺二两三四五六七八九]";
const TELEPHONE = "((?:电话|座机|固话|手机|号码|致电)[^\\d，。；〇○零一幺二两三四五六七八九]{0,4})";
const spelt = (number: string): RegExp => new RegExp(`(?<!${SPELT})${number}(?!${SPELT})`, "g");

const PLATES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/** what stands in the place of what was found */
export type Replace = (found: string, ...groups: string[]) => string;

const NUMBERS: [RegExp, Replace][] = [
  // tried only where a word begins: else a long one without an @ would cost its square
  [/(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g, () => "（邮箱略）"],
  // identity numbers go first: a telephone number could be read inside one
  [
    /(?<!\d)[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g,
    () => "（证件号略）",
  ],
  [/(?<!\d)[1-9]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)/g, () => "（证件号略）"],
  [/(?<!\d)62(?:[ -]?\d){14,17}(?!\d)/g, () => "（银行卡号略）"],
  [/(?<!\d)(?:(?:\+|00)?86[ -]?)?1[3-9](?:[ -]?\d){9}(?!\d)/g, () => "（电话略）"],
  [/(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/g, () => "（电话略）"],
  [
    /((?:电话|座机|固话|手机|号码|致电)[^\d，。；]{0,4})[2-9]\d{2,3}[ -]?\d{4}(?!\d)/g,
    (_, lead) => `${lead}（电话略）`,
  ],
  [spelt(`[1一幺][3-9三四五六七八九](?:[ -]?${SPELT}){9}`), () => "（电话略）"],
  [spelt(`[0〇○零](?:${SPELT}){2,3}[ -]?(?:${SPELT}){7,8}`), () => "（电话略）"],
  [
    new RegExp(`${TELEPHONE}[2-9二两三四五六七八九]${SPELT}{2,3}[ -]?${SPELT}{4}(?!${SPELT})`, "g"),
    (_, lead) => `${lead}（电话略）`,
  ],
  [/((?:微信|QQ|qq|VX|vx)(?:号码?)?[ ：:是为]{0,2})[A-Za-z\d][\w-]{4,19}/g, (_, lead) => `${lead}（账号略）`],
  [new RegExp(`[${PLATES}][A-HJ-NP-Z][ ·]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])`, "g"), () => "（车牌略）"],
];

/** 自报姓名: what stands after these words, where it begins like a name. */
const INTRODUCED = /((?:我叫|名叫|姓名|联系人)[ ：:是为]{0,2})(\p{Script=Han}{2,4})/gu;

const folded = (text: string): string =>
  text.replace(/[！-～]/g, (char) =>
    /[０-９Ａ-Ｚａ-ｚ＋－＠．]/.test(char) ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : char,
  );

const introduced =
  (given: string): Replace =>
  (_, before, name) => {
    const said = name!;
    const compound = compoundSurnames.find((surname) => said.startsWith(surname));
    const surname = compound ?? said[0]!;
    if (compound === undefined && !isCommonSurname(surname)) return before + said;
    // no more than the surname is told
    if (said.startsWith("某", surname.length)) return before + said;
    return `${before}${surname}${given}${said.slice(surname.length + 2)}`;
  };

/** 遮蔽的规则 in the order in which they are tried; `given` stands for a given name */
export const masks = (given: string): [RegExp, Replace][] => [[INTRODUCED, introduced(given)], ...NUMBERS];

/** 住到哪一户: where somebody tells of his home down to a number, the place goes with it; a quarter alone may be where it happens */
const toTheDoor: Replace = (found, lead, said) => {
  const place = placeOf(said!);
  return place.search(HOUSE) < 0 ? found : lead + LIVES + said!.slice(place.length);
};

const HOMES: [RegExp, Replace][] = [
  ...TELLINGS.filter(({ put }) => put === LIVES).map((row): [RegExp, Replace] => [patternOf(row), toTheDoor]),
  [HOUSE_GIVEN, (_, lead) => `${lead}（门牌略）`],
  [HOME, () => "（门牌略）"],
];
const MASKS = [...masks("**"), ...HOMES];

type Told = Partial<Pick<Contact, "name" | "phone" | "address" | "identityNumber">>;

/** One's own words are looked for as they were given; a name of one character stands in too many other words. */
const OWN: [keyof Told, string][] = [
  ["name", "（本人）"],
  ["phone", "（电话略）"],
  ["identityNumber", "（证件号略）"],
  ["address", "（住址略）"],
];

/** 公开的地方: a town or a community is nobody's address; a matter that happens there is told by it */
const isPublic = (address: string): boolean => maskAddress(address) === `${address}**`;

/** 文字 in half width, what is seen of it, without what is known to be the contact's own. */
export const withoutOwn = (text: string, contact: Told = {}): string =>
  OWN.reduce(
    (masked, [field, put]) => {
      const value = folded(visible(contact[field] ?? "")).trim();
      const isHis = [...value].length >= 2 && !(field === "address" && isPublic(value));
      return isHis ? masked.replaceAll(value, put) : masked;
    },
    folded(visible(text)),
  );

/**
 * 遮蔽文字: telephone, identity, card and account numbers, plates and names that somebody gives as his own, in half or full
 * width, telephones in words as well; homes by quarter or building and number, not a house at a street where something happens;
 * of the `contact`, if known, name, numbers and address wherever they stand.
 */
export const maskText = (text: string, contact: Told = {}): string =>
  MASKS.reduce((masked, [pattern, put]) => masked.replace(pattern, put), withoutOwn(text, contact));
