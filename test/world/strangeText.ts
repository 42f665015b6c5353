/** 生僻字: characters that occur in people's names and that fonts often lack. */
export const rareCharacters = [..."䶮𬭎𠮷㛃㐂犇堃喆赟翀㼆𫖯𬘭𦈡𣲗𬍛𫍯玥珺昇"];
/** a character so new that no font on an office's machine has it (Extension H) */
export const unknownCharacter = "\u{323af}";
/** 恶意文本: markup, control characters, half a character, reversed direction, a formula */
export const hostileText = '<w:t>&amp;"\u0000\u0007\u202e#let x = 1 $y$ *粗* \ud842 ]]>';
export const hostileFormula = '=cmd|"/c calc"!A1';
