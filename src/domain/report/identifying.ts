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

/** 能认出人的话 in an edited paragraph that its written version doesn't have */
export function typedIdentifying(text: Template, written: Template): Identifying[] {
  const known = new Set(foundIn(written).map(({ said }) => said));
  return foundIn(text).filter(({ said }) => !known.has(said));
}
