/** 纸面上可改的一处文字: its numbers open; what changed since, and what was typed by hand, shows without asking. */
import type { ReactNode } from "react";
import { OWN } from "../../../domain/report/draft.ts";
import { wordsNow } from "../../../domain/report/template.ts";
import { actorWords } from "../../order/actorWords.ts";
import { useDrafted } from "../../shell/draft.ts";
import { useSend } from "../../shell/send.ts";
import { Act } from "../../ui/Act.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { type DraftView, type PaperFigure, type Text, templateOf, useDraftChanged, writingOf } from "./data.ts";
import { FigureLink } from "./FigureLink.tsx";
import { called, type Line, linesOf } from "./kinds.ts";
import { WritingMark } from "./WriterWords.tsx";
import { Writing } from "./Writing.tsx";
import type { Writer } from "./writers.ts";

interface TextViewProps {
  period: string;
  text: Text;
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
function marked(words: string, typed: Text["typed"]): ReactNode[] {
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

const Words = ({ parts, typed }: Line) =>
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
function Said({ text, period }: Pick<TextViewProps, "text" | "period">) {
  const changed = useDraftChanged(period);
  const sent = useSend<DraftView>([], changed);
  const { edit, parts, rewritten, name, version } = text;
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

const HEADINGS = ["h2", "h3", "h4", "h5"] as const;

/** 印出来的样子: as what it stands on the paper, with what can be done to it beside it */
function Printed({ text, children }: { text: Text; children: ReactNode }) {
  if (text.kind === "heading") {
    const Heading = HEADINGS[text.level - 1] ?? "h5";
    return (
      <div className="row">
        <Heading>
          {text.number}
          <Words {...text} />
        </Heading>
        {children}
      </div>
    );
  }
  if (text.kind === "paragraph" || text.parts.length === 0)
    return (
      <p className={text.parts.length === 0 ? "second" : "words"}>
        {text.parts.length === 0 ? called[text.kind].none : <Words {...text} />}
        {children}
      </p>
    );
  return (
    <>
      <ol className="second notes">
        {linesOf(text).map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a remark has no other name
          <li key={at}>
            <Words {...line} />
          </li>
        ))}
      </ol>
      {children}
    </>
  );
}

export function TextView(props: TextViewProps) {
  const { period, text, writers, may, writing, alone, begin, close, again } = props;
  const { kind, name, parts, edit } = text;
  const isDrafted = useDrafted();
  if (writing) return <Writing {...{ period, text, writers, again, close }} />;
  const own = name.endsWith(`/${OWN}`);
  const unsaved = may && isDrafted(writingOf(period, name)) ? <span className="tag amber">有没存的</span> : null;
  if (own && parts.length === 0)
    return may ? (
      <p className="own">
        <button type="button" onClick={begin}>
          ＋ 加写一段{alone ? `：${alone}` : ""}
        </button>{" "}
        {unsaved} <WritingMark writers={writers} />
      </p>
    ) : null;
  return (
    <div className="paragraph">
      <Printed text={text}>
        {may ? (
          <button
            type="button"
            className="change"
            aria-label={`${called[kind].change}：${nameWords(text)}`}
            onClick={begin}
          >
            改
          </button>
        ) : null}{" "}
        {unsaved} <WritingMark writers={writers} />
      </Printed>
      {edit ? <Said text={text} period={period} /> : null}
    </div>
  );
}

/** how a text is called aloud: its first words */
const nameWords = ({ parts, written }: Text): string =>
  wordsNow(parts.length === 0 ? (written ?? []) : parts).slice(0, 16);
