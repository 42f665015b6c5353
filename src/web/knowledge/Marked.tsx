import { pieces } from "../../domain/knowledge/found.ts";

/** 标出命中 in a text. */
export function Marked({ text, query }: { text: string; query: string }) {
  let at = 0;
  return pieces(text, query).map(({ text: part, hit }) => {
    const key = at;
    at += part.length;
    return hit ? <mark key={key}>{part}</mark> : <span key={key}>{part}</span>;
  });
}
