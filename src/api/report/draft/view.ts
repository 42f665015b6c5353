/** 底稿的样子 */
import type { z } from "zod";
import type { draftView } from "../../../contract/report/draft.ts";
import type { Measured } from "../../../domain/measure/measured.ts";
import { templateText, wordsNow } from "../../../domain/report/template.ts";
import { titleOf } from "../../../report/assemble.ts";
import type { Cell, Span, TableRow } from "../../../report/block.ts";
import { pathsOf } from "../../../report/draft/figurePaths.ts";
import { isPaperText, isPrinted, type PaperBlock, type PaperText, paperOf } from "../../../report/draft/paper.ts";
import {
  appendixNames,
  appendixTitle,
  contentsLines,
  headingName,
  pathOf,
  sectionNamed,
} from "../../../report/monthly.ts";
import { numbered } from "../../../report/render/layout.ts";
import { spanText } from "../../../report/render/printable.ts";
import { iso } from "../../time.ts";
import type { LoadedDraft } from "./load.ts";

type View = z.input<typeof draftView>;
type Paths = ReadonlyMap<Measured, string>;

/** 要看的: figures that changed or are gone, numbers typed by hand, words that tell who somebody is, words that the section writes otherwise now */
export const marksOf = ({ parts, typed, identifying, rewritten }: PaperText): number =>
  parts.filter((part) => typeof part === "object" && part.now !== part.was).length +
  typed.length +
  identifying.length +
  Number(rewritten);

const figureOf = (spans: Span[], paths: Paths): string | null => {
  const found = spans.flatMap((span) => (typeof span === "object" && "figure" in span ? [span.figure] : []));
  return found.length === 1 ? (paths.get(found[0]!) ?? null) : null;
};

const cellOf = ({ spans, align, columns = 1, rows = 1 }: Cell, paths: Paths) => ({
  ...{ text: spanText(spans), figure: figureOf(spans, paths), align, columns, rows },
});

function rowOf(row: TableRow, paths: Paths, width: number) {
  if (row.kind !== "group") return { kind: row.kind, cells: row.cells.map((cell) => cellOf(cell, paths)) };
  return { kind: row.kind, cells: [{ text: row.text, figure: null, align: "left" as const, columns: width, rows: 1 }] };
}

function textOf({ kind, level, number, ...text }: PaperText): View["blocks"][number] {
  const said = {
    ...text,
    edit: text.edit && { ...text.edit, changedAt: iso(text.edit.changedAt) },
    identifying: text.identifying.map((one) => one.said),
  };
  return kind === "heading" ? { kind, level: level ?? 1, number: number ?? "", ...said } : { kind, ...said };
}

function blockOf(block: PaperBlock, paths: Paths): View["blocks"][number] {
  const { section } = block;
  if (isPaperText(block)) return textOf(block);
  switch (block.kind) {
    case "appendix":
      return block;
    case "table": {
      const { head, body, widths } = block.table;
      return {
        ...{ kind: "table", section, caption: block.caption && numbered(block, block.caption) },
        head: head.map((line) => line.map(({ text, columns = 1, rows = 1 }) => ({ text, columns, rows }))),
        body: body.map((row) => rowOf(row, paths, widths.length)),
      };
    }
    case "chart": {
      const { chart } = block;
      const panels = chart.kind === "panels" ? chart.panels : [{ title: null, rows: chart.rows }];
      return {
        ...{ kind: "chart", section, caption: numbered(block, block.caption), alt: chart.alt },
        groups: panels.map(({ title, rows }) => ({
          title,
          rows: rows.map(({ label, value, print, figure }) => ({
            ...{ label, value, text: print, figure: (figure && paths.get(figure)) ?? null },
          })),
        })),
      };
    }
  }
}

/** 标题 as they now read, by their names */
const headingsIn = (blocks: PaperBlock[]): Map<string, string> =>
  new Map(
    blocks.flatMap((block) =>
      isPaperText(block) && block.kind === "heading" ? [[block.name, wordsNow(block.parts)]] : [],
    ),
  );

function linesOf({ facts, draft }: LoadedDraft, blocks: PaperBlock[]) {
  const headings = headingsIn(blocks);
  const marks = (name: string) =>
    blocks.reduce((sum, block) => sum + (isPaperText(block) && block.section === name ? marksOf(block) : 0), 0);
  return contentsLines(facts, draft).map(({ name, on }) => {
    const section = sectionNamed(name);
    const written = section ? pathOf(section, facts) : ["附件", appendixTitle(name, facts)];
    const path = written.map((text, at) => headings.get(headingName(written.slice(0, at + 1))) ?? text);
    const empty = on && (name in appendixNames ? appendixNames[name]!(facts) === null : !isPrinted({ blocks }, name));
    return { name, path, on, empty, marks: marks(name) };
  });
}

/** 底稿, whole */
export function draftViewOf(period: string, loaded: LoadedDraft): View {
  const { facts, draft } = loaded;
  const { blocks, figures, orphans } = paperOf(facts, draft);
  const paths = pathsOf(figures);
  return {
    period,
    title: titleOf(facts),
    countedAt: iso(facts.frozen.instant),
    demonstration: facts.demonstration,
    contents: { version: draft.contents.version, lines: linesOf(loaded, blocks) },
    blocks: blocks.map((block) => blockOf(block, paths)),
    orphans: orphans.map(({ paragraph, version, text, changedBy }) => ({
      ...{ paragraph, version, text: templateText(text ?? []), changedBy },
    })),
  };
}
