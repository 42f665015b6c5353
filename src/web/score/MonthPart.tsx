/** 一个月的得分 beside the arithmetic of the one that is open. */
import { dateWords } from "../../domain/calendar/civil.ts";
import { lastMonth } from "../shell/clock.ts";
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { MonthField, monthAsked } from "../ui/MonthField.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { Arithmetic } from "./Arithmetic.tsx";
import { type Scores, type ScoreTable as Table, useScores } from "./data.ts";
import { Nothing } from "./Nothing.tsx";
import { type Of, ScoreTable } from "./ScoreTable.tsx";

const tables: readonly [Of, string][] = [
  ["counties", "县级平台综合得分"],
  ["units", "承办单位办理得分"],
];

function Ranking({ ranking }: Pick<Table, "ranking">) {
  if (!ranking) return <p className="in meta">没有排名办法，只列得分。</p>;
  const { words, source, from, assumption } = ranking;
  return (
    <p className="in meta">
      {words}，自{dateWords(from)}起。出处：{source}
      {assumption ? <span className="tag amber">假定</span> : null}
    </p>
  );
}

function Tables({ scores }: { scores: Scores }) {
  const shown = tables.filter(([of]) => scores[of].rows.length > 0);
  return shown.map(([of, name]) => (
    <section key={of} className="panel" aria-label={name}>
      <header>
        <h2>{name}</h2>
        {of === "units" ? <span className="meta">交办工单办理一项，满分 100</span> : null}
      </header>
      <ScoreTable of={of} table={scores[of]} />
      <Ranking ranking={scores[of].ranking} />
    </section>
  ));
}

export function MonthPart() {
  const { platform } = useMe();
  const [{ month: text, of, who }, go] = usePlace();
  const asked = monthAsked(text, lastMonth(platform.zone));
  const { month } = asked;
  const { data, error, refetch } = useScores(month);
  const rows = of === "units" ? data?.units.rows : data?.counties.rows;
  const open = rows?.find(({ key }) => key === who);
  return (
    <>
      <div className="stack">
        <section className="panel" aria-label="得分">
          <header>
            <h2>得分</h2>
            <MonthField asked={asked} set={(next) => go({ month: next })} beside />
            {data?.earlier ? <span className="meta">{data.earlier}</span> : null}
          </header>
          <Nothing error={error} again={() => refetch()} />
          {!data && !error ? <Waiting what="得分" /> : null}
        </section>
        {data ? <Tables scores={data} /> : null}
      </div>
      {open && data ? (
        <Arithmetic row={open} card={data.card} />
      ) : (
        <p className="panel empty">点一家的名称，在这里看它的得分是怎样一步一步算出来的。</p>
      )}
    </>
  );
}
