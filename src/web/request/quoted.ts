/** 引号里的词, one after the other */
export const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join("");
