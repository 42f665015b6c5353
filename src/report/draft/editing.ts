import { editsOf, ownParagraph, type ReportDraft } from "../../domain/report/draft.ts";
import type { Block } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { paragraph, type Section } from "../section/section.ts";
import { printedSpans } from "./binding.ts";
import { figurePaths } from "./figurePaths.ts";
import { isText, withSpans } from "./text.ts";

/** 各段的全名: a block of a section or an appendix under its whole name */
export const namedUnder = (name: string, blocks: readonly Block[]): Block[] =>
  blocks.map((block) => (isText(block) ? { ...block, name: `${name}/${block.name}` } : block));

/** 一节的各块 as they are written. */
export const writtenBlocks = (section: Section, facts: ReportFacts): Block[] =>
  namedUnder(section.name, section.write(facts));

/** 改过的一块: as it was written, or as a person left it; [] where he took it out */
export type Edited = (block: Block) => Block[];

/**
 * 改动 of a draft, as they apply to a block. With `slots` what a person took out stands there empty: for whoever edits, not
 * for print.
 */
export function editing(facts: ReportFacts, draft: ReportDraft, slots = false): Edited {
  const edits = editsOf(draft);
  if (edits.size === 0) return (block) => [block];
  const figures = figurePaths(facts);
  return (block) => {
    const text = isText(block) ? edits.get(block.name)?.text : null;
    if (!isText(block) || text == null) return [block];
    return text.length === 0 && !slots ? [] : [withSpans(block, printedSpans(text, figures))];
  };
}

/** 改过的一节, and after it the paragraph that a person wrote himself; with `slots` also where he may still write one. */
export function editedSection(section: Section, facts: ReportFacts, edited: Edited, slots = false): Block[] {
  const blocks = writtenBlocks(section, facts).flatMap(edited);
  const [own] = edited(paragraph(ownParagraph(section.name)));
  const isWritten = own?.kind === "paragraph" && own.spans.length > 0;
  return own && (isWritten || (slots && blocks.length > 0)) ? [...blocks, own] : blocks;
}
