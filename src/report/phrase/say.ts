import type { Span } from "../block.ts";

/** 词句: a span, or words made of words. */
export type Words = Span | Words[];

/** 成句: a sentence written as a template; figures in it stay figures, neighbouring words become one. */
export const say = (parts: TemplateStringsArray, ...words: Words[]): Span[] =>
  joined(parts.flatMap((part, at) => (at < words.length ? [part, ...flat(words[at]!)] : [part])));

const flat = (words: Words): Span[] => (Array.isArray(words) ? words.flatMap(flat) : [words]);

function joined(spans: Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (span === "") continue;
    if (typeof span === "string" && typeof last === "string") out[out.length - 1] = last + span;
    else out.push(span);
  }
  return out;
}

/** 连接: words with `separator` between them. */
export const separated = (items: Words[], separator: string): Words[] =>
  items.flatMap((item, at) => (at === 0 ? [item] : [separator, item]));

/** 顿号列举: 甲；甲和乙；甲、乙和丙. Nothing for nothing. */
export function enumerated(items: Words[], last = "和"): Words[] {
  if (items.length < 2) return items;
  return [...separated(items.slice(0, -1), "、"), last, items.at(-1)!];
}

/** 原话: the office's own or a citizen's words, marked as such. */
export const office = (text: string): Span => ({ text, office: true });

/** 纯文字 of spans, for alt texts, plain renderers and tests. */
export const plain = (spans: Words): string =>
  flat(spans)
    .map((span) => (typeof span === "string" ? span : span.text))
    .join("");
