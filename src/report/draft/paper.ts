/** 底稿的纸面: the report as it would print, each block with what a person needs to change it. */
import type { Identifying } from "../../domain/access/anonymise.ts";
import type { Measured } from "../../domain/measure/measured.ts";
import { editsOf, type ParagraphEdit, type ReportDraft } from "../../domain/report/draft.ts";
import { typedIdentifying } from "../../domain/report/identifying.ts";
import { type BoundFigure, type Template, tidied } from "../../domain/report/template.ts";
import { type TypedNumber, typedNumbers } from "../../domain/report/typedNumber.ts";
import { numbered } from "../assemble.ts";
import type { NumberedBlock } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { bodySections, namedAppendices } from "../monthly.ts";
import { PREAMBLE, preamble } from "../preamble.ts";
import { printedNow } from "./binding.ts";
import { editing } from "./editing.ts";
import { figurePaths } from "./figurePaths.ts";
import { isText, type NumberedText } from "./text.ts";
import { type WrittenText, writtenTexts } from "./written.ts";

/** 数字块, with what it says now; null: there is no such figure any more */
export interface PaperFigure extends BoundFigure {
  now: string | null;
}
export type PaperPart = string | PaperFigure;

/** 纸面上可改的一处文字: a paragraph, a heading or the notes under a table */
export interface PaperText {
  kind: NumberedText["kind"];
  section: string;
  name: string;
  /** of a heading, 1 is the highest */
  level: number | null;
  /** 一、（一） before a heading */
  number: string | null;
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
  /** 能认出人的话 that somebody typed */
  identifying: Identifying[];
}

type Drawn = Exclude<NumberedBlock, NumberedText>;
export type PaperBlock =
  | PaperText
  | (Drawn & { section: string })
  | { kind: "appendix"; section: string; title: string };

/** 底稿的全文, with the figures in it and the edits that no text is left for */
export interface Paper {
  blocks: PaperBlock[];
  figures: Map<string, Measured>;
  orphans: ParagraphEdit[];
}

export const isPaperText = (block: PaperBlock): block is PaperText => "parts" in block;

const shown = (template: Template, figures: ReadonlyMap<string, Measured>): PaperPart[] =>
  template.map((part) => (typeof part === "string" ? part : { ...part, now: printedNow(part, figures) }));

/** a template without its values: alike when only figures differ */
const wordsOf = (template: Template): string =>
  JSON.stringify(tidied(template).map((part) => (typeof part === "string" ? part : [part.figure, part.form])));

interface Placed {
  section: string;
  block: NumberedBlock;
}

/** 正文, under its preamble */
function bodyOf(facts: ReportFacts, draft: ReportDraft): Placed[] {
  const flat = bodySections(facts, draft, true).flatMap(({ section, headings, blocks }) =>
    [...headings, ...blocks].map((block) => ({ section: section.name, block })),
  );
  const numbers = numbered(flat.map(({ block }) => block));
  const opening = editing(facts, draft, true)(preamble(facts)).map((block) => ({ section: PREAMBLE, block }));
  return [...opening, ...flat.map(({ section }, at) => ({ section, block: numbers[at]! }))];
}

/** 底稿的纸面: facts and edits → blocks that can be changed. */
export function paperOf(facts: ReportFacts, draft: ReportDraft): Paper {
  const figures = figurePaths(facts);
  const known = {
    figures,
    written: writtenTexts(facts, figures),
    edits: new Map(draft.edits.map((edit) => [edit.paragraph, edit])),
  };
  const onPaper = ({ section, block }: Placed): PaperBlock =>
    isText(block) ? textOf(section, block, known) : { ...block, section };
  const blocks = [
    ...bodyOf(facts, draft).map(onPaper),
    ...namedAppendices(facts, draft, true).flatMap(({ name: section, appendix }): PaperBlock[] => [
      { kind: "appendix", section, title: appendix.title },
      ...appendix.blocks.map((block) => onPaper({ section, block })),
    ]),
  ];
  const printed = new Set(blocks.flatMap((block) => (isPaperText(block) ? [block.name] : [])));
  const orphans = [...editsOf(draft).values()].filter(({ paragraph }) => !printed.has(paragraph));
  return { blocks, figures, orphans };
}

/** 有没有可印的: more than the place for words that nobody has written */
export const isPrinted = ({ blocks }: Pick<Paper, "blocks">, name: string): boolean =>
  blocks.some(
    (block) => block.section === name && !(isPaperText(block) && block.parts.length === 0 && block.written === null),
  );

interface Known {
  figures: ReadonlyMap<string, Measured>;
  written: ReadonlyMap<string, WrittenText>;
  edits: ReadonlyMap<string, ParagraphEdit>;
}

function textOf(section: string, block: NumberedText, { figures, written, edits }: Known): PaperText {
  const { kind, name } = block;
  const own = written.get(name)?.text ?? null;
  const edit = edits.get(name);
  const text = edit?.text ?? own ?? [];
  return {
    ...{ kind, section, name, version: edit?.version ?? 0 },
    ...{ level: block.kind === "heading" ? block.level : null, number: block.number ?? null },
    edit: edit?.text ? { changedAt: edit.changedAt, changedBy: edit.changedBy } : null,
    parts: shown(text, figures),
    written: own && shown(own, figures),
    rewritten: edit?.text != null && wordsOf(edit.written) !== wordsOf(own ?? []),
    typed: edit?.text ? typedNumbers(text, edit.written) : [],
    identifying: edit?.text ? typedIdentifying(text, edit.written) : [],
  };
}
