/** 底稿的纸面: the report as it would print, each block with what a person needs to change it. */
import type { Measured } from "../../domain/measure/measured.ts";
import { editsOf, type ParagraphEdit, type ReportDraft } from "../../domain/report/draft.ts";
import { type BoundFigure, type Template, tidied } from "../../domain/report/template.ts";
import { type TypedNumber, typedNumbers } from "../../domain/report/typedNumber.ts";
import { numbered } from "../assemble.ts";
import type { Block, NumberedBlock } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { bodySections } from "../monthly.ts";
import { printedNow, templateOf } from "./binding.ts";
import { writtenBlocks } from "./editing.ts";
import { figurePaths, pathsOf } from "./figurePaths.ts";

/** 数字块, with what it says now; null: there is no such figure any more */
export interface PaperFigure extends BoundFigure {
  now: string | null;
}
export type PaperPart = string | PaperFigure;

/** 纸面上的一段 */
export interface PaperParagraph {
  kind: "paragraph";
  section: string;
  name: string;
  /** 0: nobody has touched it */
  version: number;
  /** null: as it is written */
  edit: Pick<ParagraphEdit, "changedAt" | "changedBy"> | null;
  parts: PaperPart[];
  /** 原文 as it would be written now; null: the section doesn't write it */
  written: PaperPart[] | null;
  /** 原文变了 since it was changed, in more than its figures */
  rewritten: boolean;
  typed: TypedNumber[];
}

export type PaperBlock = PaperParagraph | (Exclude<NumberedBlock, { kind: "paragraph" }> & { section: string });

/** 底稿的全文, with the figures in it and the edits that no paragraph is left for */
export interface Paper {
  blocks: PaperBlock[];
  figures: Map<string, Measured>;
  orphans: ParagraphEdit[];
}

const shown = (template: Template, figures: ReadonlyMap<string, Measured>): PaperPart[] =>
  template.map((part) => (typeof part === "string" ? part : { ...part, now: printedNow(part, figures) }));

/** a template without its values: alike when only figures differ */
const wordsOf = (template: Template): string =>
  JSON.stringify(tidied(template).map((part) => (typeof part === "string" ? part : [part.figure, part.form])));

/** 原文 of every paragraph that the sections write, by its whole name */
export function writtenTemplates(facts: ReportFacts, figures: ReadonlyMap<string, Measured>, draft: ReportDraft) {
  const paths = pathsOf(figures);
  const templates = new Map<string, Template>();
  for (const { section } of bodySections(facts, draft, true))
    for (const block of writtenBlocks(section, facts))
      if (block.kind === "paragraph") templates.set(block.name, templateOf(block.spans, paths));
  return templates;
}

/** 底稿的纸面: facts and edits → blocks that can be changed. */
export function paperOf(facts: ReportFacts, draft: ReportDraft): Paper {
  const figures = figurePaths(facts);
  const written = writtenTemplates(facts, figures, draft);
  const edits = new Map(draft.edits.map((edit) => [edit.paragraph, edit]));
  const sections = bodySections(facts, draft, true);
  const flat = sections.flatMap(({ section, headings, blocks }) =>
    [...headings, ...blocks].map((block) => ({ section: section.name, block })),
  );
  const numbers = numbered(flat.map(({ block }) => block));
  const blocks = flat.map(({ section }, at): PaperBlock => {
    const block = numbers[at]!;
    return block.kind === "paragraph"
      ? paragraphOf(section, block, { figures, written, edits })
      : { ...block, section };
  });
  const printed = new Set(blocks.flatMap((block) => (block.kind === "paragraph" ? [block.name] : [])));
  const orphans = [...editsOf(draft).values()].filter(({ paragraph }) => !printed.has(paragraph));
  return { blocks, figures, orphans };
}

/** 有没有可印的: more than the place for words that nobody has written */
export const isPrinted = ({ blocks }: Pick<Paper, "blocks">, name: string): boolean =>
  blocks.some(
    (block) =>
      block.section === name && !(block.kind === "paragraph" && block.parts.length === 0 && block.written === null),
  );

interface Known {
  figures: ReadonlyMap<string, Measured>;
  written: ReadonlyMap<string, Template>;
  edits: ReadonlyMap<string, ParagraphEdit>;
}

function paragraphOf(
  section: string,
  { name }: Extract<Block, { kind: "paragraph" }>,
  { figures, written, edits }: Known,
): PaperParagraph {
  const own = written.get(name) ?? null;
  const edit = edits.get(name);
  const text = edit?.text ?? own ?? [];
  return {
    ...{ kind: "paragraph", section, name, version: edit?.version ?? 0 },
    edit: edit?.text ? { changedAt: edit.changedAt, changedBy: edit.changedBy } : null,
    parts: shown(text, figures),
    written: own && shown(own, figures),
    rewritten: edit?.text != null && wordsOf(edit.written) !== wordsOf(own ?? []),
    typed: edit?.text ? typedNumbers(text, edit.written) : [],
  };
}
