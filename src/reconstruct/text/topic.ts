/**
 * 题材: what people say about one kind of matter. Braces are slots: {地} place, {小区}, {栋}, {路}, {店}, {时} when, {久} how long,
 * {钱}, {数} a small number. A topic belongs to every subcategory whose name contains one of its words.
 */
export interface Topic {
  words: string[];
  /** what is wrong, as the agent writes it down */
  facts: string[];
  /** what is asked */
  questions: string[];
  /** what the unit did */
  remedies: string[];
}
