import type { Measured } from "../../domain/measure/measured.ts";
import type { Template } from "../../domain/report/template.ts";
import type { ReportFacts } from "../facts.ts";
import { contentsLines, headingsOf, pathOf, sectionNamed, writtenAppendix } from "../monthly.ts";
import { preamble } from "../preamble.ts";
import { templateOf } from "./binding.ts";
import { writtenBlocks } from "./editing.ts";
import { pathsOf } from "./figurePaths.ts";
import { isText, spansOf, type TextBlock } from "./text.ts";

export interface WrittenText {
  kind: TextBlock["kind"];
  text: Template;
}

/** 原文 of everything that can be changed, by its whole name: the preamble, headings, what sections and appendices write, printed or not */
export function writtenTexts(facts: ReportFacts, figures: ReadonlyMap<string, Measured>): Map<string, WrittenText> {
  const paths = pathsOf(figures);
  const blocks = contentsLines(facts).flatMap(({ name }) => {
    const section = sectionNamed(name);
    return section
      ? [...headingsOf([], pathOf(section, facts)), ...writtenBlocks(section, facts)]
      : (writtenAppendix(name, facts)?.blocks ?? []);
  });
  const texts = [preamble(facts), ...blocks].filter(isText);
  return new Map(texts.map((block) => [block.name, { kind: block.kind, text: templateOf(spansOf(block), paths) }]));
}
