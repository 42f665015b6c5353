import { editsOf, ownParagraph, type ReportDraft } from "../../domain/report/draft.ts";
import type { Block } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { paragraph, type Section } from "../section/section.ts";
import { printedSpans } from "./binding.ts";
import { figurePaths } from "./figurePaths.ts";

/** 一节的各块 as they are written, each paragraph under its whole name. */
export const writtenBlocks = (section: Section, facts: ReportFacts): Block[] =>
  section
    .write(facts)
    .map((block) => (block.kind === "paragraph" ? { ...block, name: `${section.name}/${block.name}` } : block));

/**
 * 改过的一节: as written, but for the paragraphs that a person changed, and the one that he wrote himself. With `slots` what he
 * took out and what he may still write stand there empty: for whoever edits, not for print.
 */
export function editing(facts: ReportFacts, draft: ReportDraft, slots = false): (section: Section) => Block[] {
  const edits = editsOf(draft);
  if (edits.size === 0 && !slots) return (section) => writtenBlocks(section, facts);
  const figures = figurePaths(facts);
  const changed = (name: string) => {
    const text = edits.get(name)?.text ?? [];
    return text.length === 0 && !slots ? [] : [paragraph(name, ...printedSpans(text, figures))];
  };
  return (section) => {
    const written = writtenBlocks(section, facts);
    const blocks = written.flatMap((block) =>
      block.kind === "paragraph" && edits.has(block.name) ? changed(block.name) : [block],
    );
    const own = ownParagraph(section.name);
    return edits.has(own) || (slots && blocks.length > 0) ? [...blocks, ...changed(own)] : blocks;
  };
}
