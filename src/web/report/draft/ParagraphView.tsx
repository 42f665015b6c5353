/** 纸面上的一段: its numbers open; what changed since, and what was typed by hand, shows without asking. */
import type { ReactNode } from "react";
import { OWN } from "../../../domain/report/draft.ts";
import { actorWords } from "../../order/actorWords.ts";
import { useSend } from "../../shell/send.ts";
import { Act } from "../../ui/Act.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { type DraftView, type PaperFigure, type Paragraph, templateOf, useDraftChanged } from "./data.ts";
import { FigureLink } from "./FigureLink.tsx";
import { WritingMark } from "./WriterWords.tsx";
import { Writing } from "./Writing.tsx";
import type { Writer } from "./writers.ts";

interface ParagraphViewProps {
  period: string;
  paragraph: Paragraph;
  /** others who have it open */
  writers: readonly Writer[];
  may: boolean;
  writing: boolean;
  /** the section's name, where it has nothing else */
  alone: string | null;
  begin(): void;
  close(): void;
  again(): Promise<unknown>;
}

const Typed = ({ text }: { text: string }) => (
  <mark className="typed">
    {text}
    <span className="tag amber">手写数字</span>
  </mark>
);

/** words with the numbers in them that somebody typed */
function marked(words: string, typed: Paragraph["typed"]): ReactNode[] {
  const out: ReactNode[] = [];
  let from = 0;
  for (const { at, text } of typed) {
    out.push(words.slice(from, at), <Typed key={at} text={words.slice(at, at + text.length)} />);
    from = at + text.length;
  }
  return [...out, words.slice(from)];
}

/** what was said then, and what is true now */
function Moved({ was, now, figure }: Pick<PaperFigure, "was" | "now" | "figure">) {
  return (
    <span className="moved">
      {now === null ? (
        <>
          {was}
          <span className="tag red">没有这个数了</span>
        </>
      ) : (
        <>
          <s>{was}</s> <span className="tag red">现为</span>
          <FigureLink text={now} figure={figure} />
        </>
      )}
    </span>
  );
}

const Words = ({ parts, typed }: Paragraph) =>
  parts.map((part, at) => {
    const key = String(at);
    if (typeof part === "string") {
      const own = typed.filter((one) => one.part === at);
      return <span key={key}>{marked(part, own)}</span>;
    }
    const { figure, was, now } = part;
    return now === was ? <FigureLink key={key} text={now} figure={figure} /> : <Moved key={key} {...part} />;
  });

/** what a person is told of a paragraph that isn't as it was written */
function Said({ paragraph, period }: Pick<ParagraphViewProps, "paragraph" | "period">) {
  const changed = useDraftChanged(period);
  const sent = useSend<DraftView>([], changed);
  const { edit, parts, rewritten, name, version } = paragraph;
  const moved = parts.some((part) => typeof part === "object" && part.now !== null && part.now !== part.was);
  const accept = () =>
    sent.send({
      path: `/report-drafts/${period}/paragraphs`,
      body: { paragraph: name, text: templateOf(parts) },
      version,
    });
  if (!edit) return null;
  return (
    <div className="meta row">
      <span>
        {actorWords(edit.changedBy)} 改过{rewritten ? "；改了以后，原文的话也变了，打开看一看" : ""}
      </span>
      {moved ? <Act words="数变了，话还对" small busy={sent.busy} onAct={accept} /> : null}
      {sent.error ? <Failure error={sent.error} again={accept} /> : null}
    </div>
  );
}

export function ParagraphView(props: ParagraphViewProps) {
  const { period, paragraph, writers, may, writing, alone, begin, close, again } = props;
  const { name, parts, edit } = paragraph;
  if (writing) return <Writing {...{ period, paragraph, writers, again, close }} />;
  const own = name.endsWith(`/${OWN}`);
  if (own && parts.length === 0)
    return may ? (
      <p className="own">
        <button type="button" onClick={begin}>
          ＋ 加写一段{alone ? `：${alone}` : ""}
        </button>{" "}
        <WritingMark writers={writers} />
      </p>
    ) : null;
  return (
    <div className="paragraph">
      <p className={parts.length === 0 ? "second" : "words"}>
        {parts.length === 0 ? "（不印这一段）" : <Words {...paragraph} />}
        {may ? (
          <button type="button" className="change" aria-label={`改这一段：${nameWords(paragraph)}`} onClick={begin}>
            改
          </button>
        ) : null}{" "}
        <WritingMark writers={writers} />
      </p>
      {edit ? <Said paragraph={paragraph} period={period} /> : null}
    </div>
  );
}

/** how a paragraph is called aloud: its first words */
const nameWords = ({ parts, written }: Paragraph): string =>
  (parts.length === 0 ? (written ?? []) : parts)
    .map((part) => (typeof part === "string" ? part : (part.now ?? part.was)))
    .join("")
    .slice(0, 16);
