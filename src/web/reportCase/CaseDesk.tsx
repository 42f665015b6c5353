/** 案例: what the month's report tells, what the ledger proposes, and one of them to be written. */
import { lastMonth } from "../shell/clock.ts";
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { Failure } from "../ui/Failure.tsx";
import { MonthField, monthAsked } from "../ui/MonthField.tsx";
import { Open } from "../ui/Open.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { CasePane } from "./CasePane.tsx";
import { type CaseRow, useMonth } from "./data.ts";
import { ProposedList } from "./ProposedList.tsx";
import "./reportCase.css";

function Kept({ rows }: { rows: readonly CaseRow[] }) {
  const [place] = usePlace();
  if (rows.length === 0) return <p className="empty">还没有写案例。没有选的，月报照账本写。从下面挑一件，写成案例。</p>;
  return (
    <ul className="in stack">
      {rows.map(({ id, title, kindName, chosen }) => (
        <li key={id} aria-current={place.case === id ? "true" : undefined}>
          <Open place={{ ...place, case: id }}>{title}</Open>
          <span className="meta line">
            {kindName}　{chosen ? <span className="tag green">已选入</span> : "没有选入"}
          </span>
        </li>
      ))}
    </ul>
  );
}

export default function CaseDesk() {
  const { platform } = useMe();
  const [{ month: text, case: open }, go] = usePlace();
  const asked = monthAsked(text, lastMonth(platform.zone));
  const { month } = asked;
  const { data, error, refetch } = useMonth(month);
  return (
    <main id="main" className="columns cases">
      <div className="stack">
        <section className="panel" aria-label="写了的">
          <header>
            <h2>案例</h2>
            <MonthField asked={asked} set={(next) => go({ month: next, case: undefined })} beside />
          </header>
          {error ? <Failure error={error} again={() => refetch()} /> : null}
          {data ? <Kept rows={data.kept} /> : error ? null : <Waiting what="案例" />}
        </section>
        {data ? <ProposedList month={month} rows={data.proposed} taken={(id) => go({ case: id })} /> : null}
      </div>
      <div className="stack">
        {open ? (
          <CasePane key={open} id={open} />
        ) : (
          <p className="panel empty">点一个案例，在这里改写、看各稿、选入月报。</p>
        )}
      </div>
    </main>
  );
}
