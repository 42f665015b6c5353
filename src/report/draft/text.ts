/** 可改的文字: what a person may change in a report, whatever it stands as: paragraphs, headings, notes. */
import type { Block, NumberedBlock, Span } from "../block.ts";
import { plain } from "../phrase/say.ts";

type Kind = "paragraph" | "heading" | "notes";
export type TextBlock = Extract<Block, { kind: Kind }>;
export type NumberedText = Extract<NumberedBlock, { kind: Kind }>;

const kinds: readonly string[] = ["paragraph", "heading", "notes"] satisfies Kind[];

export const isText = <B extends { kind: string }>(block: B): block is Extract<B, { kind: Kind }> =>
  kinds.includes(block.kind);

/** 一行一条: between one remark and the next */
const LINE = "\n";

/** 文字 of a block as one run of spans; each note on a line of its own */
export function spansOf(block: TextBlock): Span[] {
  switch (block.kind) {
    case "paragraph":
      return block.spans;
    case "heading":
      return [block.text];
    case "notes":
      return block.items.flatMap((item, at) => (at === 0 ? item : [LINE, ...item]));
  }
}

/** a run of spans cut at the ends of its lines; lines without words are none */
function linesOf(spans: readonly Span[]): Span[][] {
  const lines: Span[][] = [[]];
  for (const span of spans) {
    const text = typeof span === "string" ? span : span.text;
    for (const [at, piece] of text.split(LINE).entries()) {
      if (at > 0) lines.push([]);
      if (piece !== "") lines.at(-1)!.push(typeof span === "string" ? piece : { ...span, text: piece });
    }
  }
  return lines.filter((line) => plain(line).trim() !== "");
}

/** 换了文字的 same block */
export function withSpans<B extends TextBlock>(block: B, spans: Span[]): TextBlock {
  const { name } = block;
  switch (block.kind) {
    case "paragraph":
      return { kind: "paragraph", name, spans };
    case "heading":
      return { ...block, text: plain(spans) };
    case "notes":
      return { kind: "notes", name, items: linesOf(spans) };
  }
}
