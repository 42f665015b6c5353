/** 纸面: the report as it would print, with charts as what they show. */
import { Fragment } from "react";
import { anchorOf } from "./ContentsList.tsx";
import type { Block, DraftView } from "./data.ts";
import { FigureLink } from "./FigureLink.tsx";
import { TextView } from "./TextView.tsx";
import type { Writer } from "./writers.ts";

type Of<K extends Block["kind"]> = Extract<Block, { kind: K }>;

const Figure = ({ text, figure }: { text: string; figure: string | null }) =>
  figure === null ? text : <FigureLink text={text} figure={figure} />;

/** more columns than a column of text has room for: the table is scrolled sideways */
const MANY = 8;

const Table = ({ head, body, caption }: Of<"table">) => (
  <figure>
    <div className="wide">
      <table className={(head.at(-1)?.length ?? 0) > MANY ? "many" : undefined}>
        <thead>
          {head.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a table's lines have nothing else
            <tr key={at}>
              {line.map(({ text, columns, rows }) => (
                <th key={text} scope="col" colSpan={columns} rowSpan={rows}>
                  {text}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {body.map(({ kind, cells }, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a table's lines have nothing else
            <tr key={line} className={kind === "total" ? "total" : undefined}>
              {cells.map(({ text, figure, align, columns, rows }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor have its cells
                <td key={at} className={align} colSpan={columns} rowSpan={rows}>
                  <Figure text={text} figure={figure} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    {caption ? <figcaption>{caption}</figcaption> : null}
  </figure>
);

function Chart({ groups, caption }: Of<"chart">) {
  const longest = Math.max(1, ...groups.flatMap(({ rows }) => rows.map(({ value }) => value)));
  return (
    <figure className="chart">
      {groups.map(({ title, rows }) => (
        <Fragment key={title ?? caption}>
          {title ? <p className="second">{title}</p> : null}
          <dl>
            {rows.map(({ label, value, text, figure }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <i style={{ width: `${(60 * Math.max(0, value)) / longest}%` }} />
                  <Figure text={text} figure={figure} />
                </dd>
              </div>
            ))}
          </dl>
        </Fragment>
      ))}
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

interface PaperProps {
  draft: DraftView;
  /** others, with what they have open */
  writers: readonly Writer[];
  may: boolean;
  /** the paragraph that is being changed */
  writing: string | undefined;
  begin(name: string): void;
  close(name: string): void;
  again(): Promise<unknown>;
}

export function Paper({ draft, writers, may, writing, begin, close, again }: PaperProps) {
  const first = new Set<string>();
  const titleOf = (section: string) =>
    draft.contents.lines.find(({ name }) => name === section)?.path.at(-1) ?? section;
  const anchor = (section: string) => {
    if (first.has(section)) return null;
    first.add(section);
    return <span id={anchorOf(section)} />;
  };
  return (
    <article className="panel paper" aria-label="底稿">
      <p className="title">{draft.title.join("")}</p>
      {draft.blocks.map((block, at) => {
        const key = "parts" in block ? block.name : String(at);
        const start = anchor(block.section);
        return (
          <Fragment key={key}>
            {start}
            {block.kind === "appendix" ? <h2 className="appendix">{block.title}</h2> : null}
            {block.kind === "table" ? <Table {...block} /> : null}
            {block.kind === "chart" ? <Chart {...block} /> : null}
            {"parts" in block ? (
              <TextView
                {...{ period: draft.period, text: block, may, again }}
                writers={writers.filter(({ paragraph }) => paragraph === block.name)}
                writing={writing === block.name}
                alone={start ? titleOf(block.section) : null}
                begin={() => begin(block.name)}
                close={() => close(block.name)}
              />
            ) : null}
          </Fragment>
        );
      })}
    </article>
  );
}
