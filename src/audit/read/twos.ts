/** 两字一组: every two signs that stand beside each other; names that share none of them are of different things. */
export const twosOf = (words: string): string[] => [...words].slice(1).map((_, at) => words.slice(at, at + 2));
