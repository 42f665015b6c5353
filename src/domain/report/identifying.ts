/** 底稿里能认出人的话: where a person types what a case may not tell, it is hidden or said. */
import { anonymous, type Identifying, identifyingIn } from "../access/anonymise.ts";
import type { Template } from "./template.ts";

/** 讲一件件事情的节: what is typed there is hidden when it is kept, as in a case; elsewhere an office's own address may be told */
const OF_MATTERS = new Set(["typicalCases", "difficultCases", "difficultBefore"]);

export const tellsOfMatters = (paragraph: string): boolean => OF_MATTERS.has(paragraph.split("/")[0]!);

/** 隐去以后的一段 */
export const anonymousTemplate = (text: Template): Template =>
  text.map((part) => (typeof part === "string" ? anonymous(part) : part));

const foundIn = (text: Template): Identifying[] =>
  text.flatMap((part) => (typeof part === "string" ? identifyingIn(part) : []));

const MOBILE = /^(?:(?:\+|00)?86[ -]?)?1[3-9]/;
const SERVICE_LINE = /^[48]00-?\d{3}-?\d{4}$/;
/** with the word for whoever is to be asked: a unit's own as a rule */
const TO_BE_ASKED = /^联系人/;
/** of a house at a street, without building, floor or room */
const STREET_NUMBER = /^[^栋幢座单元楼层室房门铺#]*号$/;

/** 也可能是单位自己的: a landline, a mailbox, a house at a street, who is to be asked; whoever typed it knows whose it is */
export const mayBeUnits = ({ said, put }: Identifying): boolean =>
  put.endsWith("（邮箱略）") ||
  (put.endsWith("（电话略）") && !MOBILE.test(said)) ||
  (put === "（门牌略）" && STREET_NUMBER.test(said)) ||
  SERVICE_LINE.test(said) ||
  TO_BE_ASKED.test(said);

/** 能认出人的话 in an edited paragraph that its written version doesn't have */
export function typedIdentifying(text: Template, written: Template): Identifying[] {
  const known = new Set(foundIn(written).map(({ said }) => said));
  return foundIn(text).filter(({ said }) => !known.has(said));
}
