/** 不能同时成立: a superset of the leaves that clash, and what the structure between them says. */
export interface Clash {
  clash: { leaves: Set<string>; sayings: Set<string> };
}

/** 问与答: whether a set of leaves can hold; the cost of giving one up. */
export interface Oracle<Solution> {
  /** `whole`: under the structure of all tables, not only of those that have a leaf here */
  solve: (leaves: string[], whole: boolean) => Solution | Clash;
  cost: (leaf: string) => number;
  /** whether there is no effort left to look for more: what `solve` then says of a clash proves nothing */
  isSpent: () => boolean;
  /** one more try for what is kept, beyond the effort that is spent */
  close: (leaves: string[]) => Solution | Clash;
}

/** Structure alone always holds: that it doesn't is a bug. */
export const nothingStated = ({ sayings }: Clash["clash"]) =>
  new Error(`nothing stated, yet a clash: ${[...sayings].join("; ")}`);
