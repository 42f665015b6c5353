/** 遮盖个人信息: how much of a name, number or address is shown to somebody who hasn't said why he needs it. */
import type { Contact } from "../ledger/event.ts";
import { plainSurname } from "./surname.ts";

/** Full width narrowed, blanks and dashes dropped. */
const folded = (text: string): string => text.normalize("NFKC").trim();
const digitsOf = (text: string): string => folded(text).replace(/\D/g, "");

/** 姓名: the surname and two stars, whatever its length: 张**; a rare surname or none: 某**. */
export const maskName = (name: string): string => `${plainSurname(folded(name)) ?? "某"}**`;

/** Prefixes and how many digits of the end are shown; what is nowhere in it is hidden whole. */
const shapes: [RegExp, (found: RegExpMatchArray) => string][] = [
  [/^(?:86)?(1[3-9]\d)\d{4}(\d{4})$/, ([, head, tail]) => `${head}****${tail}`],
  [/^(0(?:10|2\d|[3-9]\d\d))\d{4}(\d{3,4})$/, ([, area, tail]) => `${area}-****${tail}`],
  [/^[2-9]\d{3}(\d{3,4})$/, ([, tail]) => `****${tail}`],
];

/** 电话: 138****5678, 0731-****3456; four digits at least are hidden, and all of what has no known shape. */
export function maskPhone(phone: string): string {
  const digits = digitsOf(phone);
  for (const [shape, shown] of shapes) {
    const found = digits.match(shape);
    if (found) return shown(found);
  }
  return "****";
}

/** 证件号: first and last character; a short one is hidden whole. */
export function maskIdentity(identityNumber: string): string {
  const all = [...folded(identityNumber).replace(/[\s-]/g, "").toUpperCase()];
  return all.length >= 15 ? `${all[0]}${"*".repeat(16)}${all.at(-1)}` : "****";
}

/** House, building, staircase, floor, room begin here, written in digits or in words. */
const inner = /[\dA-Za-z#]|[〇零一二三四五六七八九十百千甲乙丙丁]+\s*(?:号|栋|幢|座|楼|单元|室|层|组|弄|门|户)/;
/** What ends a public place's name, the smallest first. */
const outer = [
  /^.*(?:社区|居委会|村)/,
  /^.*(?:街道|镇|乡)/,
  /^.*(?:大道|路|街|巷)/,
  /^.*(?:区|县|市|州|盟|旗)/,
  /^.*省/,
];

/** 地址: down to the community, else to the street, the road, the district; no number of a house or room. */
export function maskAddress(address: string): string {
  const whole = folded(address).replace(/\s+/g, "");
  const cut = whole.slice(0, whole.search(inner) >= 0 ? whole.search(inner) : whole.length);
  for (const ending of outer) {
    const found = cut.match(ending);
    if (found) return `${found[0]}**`;
  }
  return "**";
}

type Personal = Omit<Contact, "id">;
const masked = (value: string | null, mask: (value: string) => string) => (value ? mask(value) : null);

/** 遮盖后的来电人 */
export const maskContact = ({ name, phone, address, identityNumber }: Personal): Personal => ({
  name: masked(name, maskName),
  phone: masked(phone, maskPhone),
  address: masked(address, maskAddress),
  identityNumber: masked(identityNumber, maskIdentity),
});
