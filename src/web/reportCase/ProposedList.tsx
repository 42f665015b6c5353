/** 账本里可以写成案例的: each with its grounds and the trail written out. */
import { Fragment } from "react";
import { useSend } from "../shell/send.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { CASES, type Case, type Proposed } from "./data.ts";

interface ProposedListProps {
  month: string;
  rows: readonly Proposed[];
  taken(id: string): void;
}

function One({ month, row, taken }: { month: string; row: Proposed; taken(id: string): void }) {
  const sent = useSend<Case>(CASES, ({ id }) => taken(id));
  const { order, kind, kindName, grounds, title, text } = row;
  return (
    <li className="in">
      <p>
        {grounds.map(({ ground, groundName }) => (
          <Fragment key={ground}>
            <span className="tag blue">{groundName}</span>{" "}
          </Fragment>
        ))}
        <strong>{title}</strong> <span className="meta">{kindName}</span>
      </p>
      <details>
        <summary>看经过</summary>
        <p className="paragraphs">{text}</p>
      </details>
      {sent.error ? <Failure error={sent.error} /> : null}
      {row.taken ? (
        <p className="meta">已经写成案例。</p>
      ) : (
        <Act
          words={`写成${kindName}`}
          small
          busy={sent.busy}
          onAct={() => void sent.send({ path: "/report-cases", body: { month, kind, order } })}
        />
      )}
    </li>
  );
}

export function ProposedList({ month, rows, taken }: ProposedListProps) {
  return (
    <section className="panel" aria-label="可以写的">
      <header>
        <h2>账本里可以写的</h2>
        <span className="meta">最久的、退单最多的、超期退单的、受表扬的；保密的不提</span>
      </header>
      {rows.length === 0 ? <p className="empty">这个月没有可以写成案例的工单。</p> : null}
      <ul>
        {rows.map((row) => (
          <One key={`${row.kind} ${row.order}`} month={month} row={row} taken={taken} />
        ))}
      </ul>
    </section>
  );
}
