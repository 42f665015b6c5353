/** 改底稿: each change names the version it was made from; of two people the second is told, and nothing of either is lost. */
import { contentsBody, draftParams, draftView, paragraphBody, resetBody } from "../../../contract/report/draft.ts";
import { type Refused, refuse } from "../../../domain/refusal.ts";
import { ownParagraph } from "../../../domain/report/draft.ts";
import { draftRefusal } from "../../../domain/report/edition.ts";
import { anonymousTemplate, tellsOfMatters } from "../../../domain/report/identifying.ts";
import { type Template, templateText, tidied } from "../../../domain/report/template.ts";
import { noted } from "../../../report/draft/binding.ts";
import { figurePaths } from "../../../report/draft/figurePaths.ts";
import { type WrittenText, writtenTexts } from "../../../report/draft/written.ts";
import { appendixNames, contents, isFurther, sectionNamed } from "../../../report/monthly.ts";
import { fits } from "../../../report/phrase/form.ts";
import { addContents, addParagraphEdit, paragraphEdit, reportDraft } from "../../../store/report/drafts.ts";
import { operation } from "../../operation.ts";
import { staleVersion } from "../../version.ts";
import type { Visit } from "../../visit.ts";
import { REPORTING } from "../view.ts";
import { loadDraft } from "./load.ts";
import { draftViewOf } from "./view.ts";

const changedMeanwhile = refuse("versionConflict", "这一段刚被别人改过。", "您写的还在。请看一看他改成什么样，再存。");
const contentsChanged = refuse("versionConflict", "目录刚被别人改过。", "请看一看他改成什么样，再存。");
const noParagraph = refuse("notFound", "没有这一段。", "请从底稿里打开。");
const emptyHeading = refuse(
  "headingEmpty",
  "标题不能空着。",
  "不要这一节，请在目录里不勾它；要原来的标题，请改回原文。",
);
const noFigure = refuse("figureUnknown", "有一个数字块对不上底稿里的数。", "请删去它，从数字表里重新选。");
const misfit = refuse("figureForm", "有一个数字块的印法不合那个数。", "请删去它，从数字表里重新选。");
const noSection = refuse("sectionUnknown", "目录里有一行对不上。", "请刷新底稿再排。");

const isLine = (name: string) => sectionNamed(name) !== undefined || Object.hasOwn(appendixNames, name);

/** the text as it would be written now; null: there is no such one, nor could there be */
async function writtenNow(period: string, name: string, text: Template | null, visit: Visit) {
  const { facts } = await loadDraft(period, visit, isFurther({ paragraph: name, text, written: [] }));
  const figures = figurePaths(facts);
  const isOwn = contents.some((section) => ownParagraph(section.name) === name);
  const own: WrittenText | null = isOwn ? { kind: "paragraph", text: [] } : null;
  return { figures, now: writtenTexts(facts, figures).get(name) ?? own };
}

async function change(period: string, paragraph: string, text: Template | null, visit: Visit) {
  const { db, at, actor } = visit;
  const { platform } = visit.platform;
  const before = await paragraphEdit(db, platform, period, paragraph);
  const { figures, now } = await writtenNow(period, paragraph, text, visit);
  // what is no longer written can still be taken back
  const written = now?.text ?? (text === null ? before?.written : null) ?? null;
  if (written === null) return noParagraph;
  if (text && now?.kind === "heading" && templateText(text).trim() === "") return emptyHeading;
  const seen = { version: before?.version ?? 0 };
  if (staleVersion(seen, visit)) return changedMeanwhile;
  for (const part of text ?? []) {
    if (typeof part === "string") continue;
    const figure = figures.get(part.figure);
    if (!figure) return noFigure;
    if (!fits(part.form, figure)) return misfit;
  }
  // as one: what is to be hidden may have come in pieces
  const whole = text && tidied(text);
  const told = whole && tellsOfMatters(paragraph) ? anonymousTemplate(whole) : whole;
  // an emptied box may keep the end of a line
  const kept = told && (templateText(told).trim() === "" ? [] : noted(told, figures));
  const edit = {
    ...{ paragraph, version: seen.version + 1, text: kept, written },
    ...{ changedAt: at, changedBy: actor.by },
  };
  const done = await addParagraphEdit(db, platform, period, edit);
  return done ? draftViewOf(period, await loadDraft(period, visit)) : changedMeanwhile;
}

export const writeParagraph = operation({
  id: "writeReportParagraph",
  method: "POST",
  path: "/report-drafts/{period}/paragraphs",
  summary: "改一处文字（开头、标题、段落、注）：文字随写，数字是块；空的就是不印，标题不能空",
  tag: "月报",
  permit: REPORTING,
  params: draftParams,
  body: paragraphBody,
  answer: draftView,
  changes: true,
  writes: true,
  handle: ({ params: { period }, body: { paragraph, text } }, visit) => change(period, paragraph, text, visit),
});

export const resetParagraph = operation({
  id: "resetReportParagraph",
  method: "POST",
  path: "/report-drafts/{period}/resets",
  summary: "一处文字改回原文",
  tag: "月报",
  permit: REPORTING,
  params: draftParams,
  body: resetBody,
  answer: draftView,
  changes: true,
  writes: true,
  handle: ({ params: { period }, body: { paragraph } }, visit) => change(period, paragraph, null, visit),
});

export const arrangeContents = operation({
  id: "arrangeReportContents",
  method: "POST",
  path: "/report-drafts/{period}/contents",
  summary: "排目录：哪些节印，按什么次序",
  tag: "月报",
  permit: REPORTING,
  params: draftParams,
  body: contentsBody,
  answer: draftView,
  changes: true,
  writes: true,
  async handle({ params: { period }, body: { lines } }, visit) {
    const { db, at, actor } = visit;
    const { platform } = visit.platform;
    const early = draftRefusal(period, visit.platform.zone, at);
    if (early) return early;
    const names = new Set(lines.map(({ name }) => name));
    if (names.size < lines.length || [...names].some((name) => !isLine(name))) return noSection;
    const before = (await reportDraft(db, platform, period)).contents;
    const stale: Refused | null = staleVersion(before, visit);
    const added =
      !stale && (await addContents(db, platform, period, { version: before.version + 1, lines, at, by: actor.by }));
    return added ? draftViewOf(period, await loadDraft(period, visit)) : contentsChanged;
  },
});
