/** 取其一: the first of the options in the first naming, any of them in a later one; undefined where there is none. */
export type Choose = <T>(options: T[], place: string) => T | undefined;

/** 第几种补法: the same one gives the same names. */
export function naming(nth: number): Choose {
  return (options, place) => {
    let hash = nth * 7919;
    for (const char of place) hash = (Math.imul(hash, 31) + (char.codePointAt(0) as number)) >>> 0;
    return options[nth === 0 ? 0 : (hash >>> 7) % options.length];
  };
}

/** What is known of classes before names are filled in. */
export interface KnownClasses {
  canonical: (name: string) => string;
  /** firmly known parent of a subcategory */
  parentOf: (name: string) => string | undefined;
  /** the subcategories that the rulebook has of a category */
  ruledIn: (category: string) => string[];
  /** which of the options, the likeliest first, a place without a name gets this time */
  choose: Choose;
}
