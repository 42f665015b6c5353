/** 读懂的文档: its passages, its tables and the numbers of its text, in order. */
import type { AuditedDocument } from "../../domain/document.ts";
import { listTables } from "./listTable.ts";
import { type Mention, mentionsOf } from "./mention.ts";
import { type Passage, type Piece, piecesOf } from "./passage.ts";
import { monthOfReport, quarterOfReport, yearOfReport } from "./period.ts";
import { sentenceTables } from "./sentenceTable.ts";
import { type Subject, subjectsOf } from "./subject.ts";
import { type Table, tablesOf } from "./table.ts";
import { splitTables } from "./textTable.ts";
import { placeInLast, placeInQuarters, placeInTime, placeInYears } from "./when.ts";

export interface Reading {
  pieces: Piece[];
  passages: Passage[];
  tables: Table[];
  mentions: Mention[];
  /** the numbers of each sentence, in order */
  sentences: Mention[][];
  /** whom or what each passage is of, by the headings above it */
  subjects: Map<Passage, Subject>;
}

export function readDocument(document: AuditedDocument): Reading {
  const pieces = piecesOf(document, splitTables);
  const passages = pieces.filter((piece) => piece.kind === "passage");
  const mentions = passages.flatMap(mentionsOf);
  const sentences = bySentence(mentions);
  const report = monthOfReport(passages);
  placeInLast(mentions, passages.map(({ text }) => text).join("\n"));
  const [quarter, year] = [quarterOfReport(passages), yearOfReport(passages)];
  for (const sentence of sentences) {
    if (report) placeInTime(sentence, report);
    if (quarter !== null) placeInQuarters(sentence, quarter);
    if (year !== null) placeInYears(sentence, year);
  }
  return {
    pieces,
    passages,
    tables: [...tablesOf(pieces), ...listTables(passages, mentions), ...sentenceTables(sentences)],
    mentions,
    sentences,
    subjects: subjectsOf(passages),
  };
}

function bySentence(mentions: Mention[]): Mention[][] {
  const sentences: Mention[][] = [];
  for (const mention of mentions) {
    const last = sentences.at(-1);
    if (last?.[0] && last[0].passage === mention.passage && last[0].sentence.from === mention.sentence.from)
      last.push(mention);
    else sentences.push([mention]);
  }
  return sentences;
}
