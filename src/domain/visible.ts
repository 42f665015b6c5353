/** 看得见的字: what a reader sees of a text is all there is of it. */

/**
 * Characters of no width: controls but for tabs and ends of lines, joiners, soft hyphens, marks of direction, selectors of a
 * variant. In a hotline's records they come with pasting, and a number written with one between its digits reads like the
 * number, but no rule finds it. A few writings lose a finer shape (an emoji of several joined ones, a Mongolian final vowel, a
 * variant of a character in a name): their letters all stay, and read the same.
 */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

export const visible = (text: string): string => text.replace(UNSEEN, "");
