/** 底稿: what people changed in a report before it is frozen: which sections, in what order, and the words of single paragraphs. */
import type { Instant } from "../calendar/civil.ts";
import type { Template } from "./template.ts";

/** 目录的一行: a section or an appendix, printed or not */
export interface ContentsLine {
  name: string;
  on: boolean;
}

/** 目录: as a person ordered it; null: as the rulebook lists it */
export interface DraftContents {
  /** 0: nobody has touched it */
  version: number;
  lines: ContentsLine[] | null;
}

/** 改过的一段 */
export interface ParagraphEdit {
  /** section and paragraph: 'calls/offered' */
  paragraph: string;
  /** one more with each change; 0: nobody has touched it */
  version: number;
  /** null: as it is written, again */
  text: Template | null;
  /** 原文: as it was written when it was changed, to tell what has changed since */
  written: Template;
  changedAt: Instant;
  changedBy: string;
}

export interface ReportDraft {
  contents: DraftContents;
  edits: ParagraphEdit[];
}

/** 没有改过的底稿 */
export const untouched: ReportDraft = { contents: { version: 0, lines: null }, edits: [] };

/** 正在改的人: who has a paragraph open, and since when */
export interface Writer {
  paragraph: string;
  by: string;
  since: Instant;
}

/** so long after he last said so he counts as gone, in milliseconds: a window in the background speaks but once a minute */
export const WRITING_LASTS = 90_000;

/** 自写的一段 at the end of a section, which nobody writes but a person */
export const OWN = "own";
export const ownParagraph = (section: string): string => `${section}/${OWN}`;

/** 现行的改动, by paragraph */
export const editsOf = ({ edits }: ReportDraft): Map<string, ParagraphEdit> =>
  new Map(edits.filter(({ text }) => text !== null).map((edit) => [edit.paragraph, edit]));
