/** 报告的文字: every line with its number; the one that is asked for is marked and scrolled to. */
import { type ReactNode, useEffect, useRef } from "react";
import { Act } from "../ui/Act.tsx";
import type { Opened } from "./AuditDesk.tsx";
import { keyOf, type TextLine } from "./data.ts";

interface ReportTextProps {
  lines: readonly TextLine[];
  opened: Opened | null;
}

const SIGNS = /[.*+?^${}()|[\]\\]/g;

/** 印的值 where they stand in the line */
function marked(text: string, values: readonly string[]): ReactNode {
  const found = values.filter((value) => value !== "" && text.includes(value));
  if (found.length === 0) return text;
  const pieces = text.split(new RegExp(`(${found.map((value) => value.replace(SIGNS, "\\$&")).join("|")})`));
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have nothing else
  return pieces.map((piece, at) => (at % 2 === 1 ? <mark key={at}>{piece}</mark> : piece));
}

const numberOf = ({ page, line }: TextLine): string => (page === null ? `${line ?? ""}` : `${page}-${line ?? ""}`);

/** rows of one table one after the other, and the paragraphs between */
function runsOf(lines: readonly TextLine[]): TextLine[][] {
  const runs: TextLine[][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last?.[0] && last[0].cells.length > 1 && line.cells.length > 1) last.push(line);
    else runs.push([line]);
  }
  return runs;
}

interface RunProps {
  run: TextLine[];
  of: ReportTextProps["opened"];
}

const isAt = (line: TextLine, opened: Opened | null): boolean => opened !== null && keyOf(line) === keyOf(opened.place);

function Run({ run, of: opened }: RunProps) {
  const [first] = run;
  const cell = (line: TextLine, text: string) => (isAt(line, opened) ? marked(text, opened!.finding.values) : text);
  const current = (line: TextLine) => (isAt(line, opened) ? "true" : undefined);
  if (first && first.cells.length === 1)
    return (
      <p className="printed" aria-current={current(first)}>
        <span className="meta">{numberOf(first)}</span>
        <span>{cell(first, first.cells[0] ?? "")}</span>
      </p>
    );
  return (
    <div className="wide">
      <table className="printed">
        <tbody>
          {run.map((line) => (
            <tr key={keyOf(line)} aria-current={current(line)}>
              <th scope="row" className="meta">
                {numberOf(line)}
              </th>
              {line.cells.map((text, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have nothing else
                <td key={at}>{cell(line, text)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** the text turns to its marked line, and the page to the text where it isn't in sight */
function turnTo(panel: HTMLElement, text: HTMLElement): void {
  const line = text.querySelector("[aria-current=true]");
  if (!line) return;
  const above = line.getBoundingClientRect().top - text.getBoundingClientRect().top;
  text.scrollTop += above - (text.clientHeight - line.clientHeight) / 2;
  panel.scrollIntoView({ block: "nearest" });
}

const backToList = () => document.querySelector(".findings [aria-current=true]")?.scrollIntoView({ block: "center" });

export function ReportText({ lines, opened }: ReportTextProps) {
  const here = useRef<HTMLElement>(null);
  const text = useRef<HTMLElement>(null);
  useEffect(() => {
    if (opened && here.current && text.current) turnTo(here.current, text.current);
  }, [opened]);
  return (
    <section className="panel" aria-label="报告的文字" ref={here}>
      <header>
        <h2>报告的文字</h2>
        <span className="meta">左边是行号，.pdf 前面加页号</span>
        {opened ? (
          <span className="end back">
            <Act words="回到这一处矛盾" small onAct={backToList} />
          </span>
        ) : null}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section ref={text} className="scroll in" tabIndex={0} aria-label="一行行的文字">
        {runsOf(lines).map((run) => (
          <Run key={keyOf(run[0]!)} run={run} of={opened} />
        ))}
      </section>
    </section>
  );
}
