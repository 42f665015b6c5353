/** 换一张评分表: a month as the scorecard of another day would score it. */
import { useState } from "react";
import { dateWords } from "../../domain/calendar/civil.ts";
import { periodName } from "../../domain/calendar/period.ts";
import { lastMonth, todayIn } from "../shell/clock.ts";
import { useMe } from "../shell/session.ts";
import { type MonthAndDay, OtherDay } from "../ui/OtherDay.tsx";
import { useScoreWhatIf, type WhatIf } from "./data.ts";
import { MoveTables } from "./MoveTable.tsx";
import { Nothing } from "./Nothing.tsx";

const cardWords = ({ name, from, source }: WhatIf["card"]) => `${name}，自${dateWords(from)}起（${source}）`;

function Answer({ asked, found }: { asked: MonthAndDay; found: WhatIf }) {
  const { card, other, counties, units } = found;
  return (
    <>
      <h3 className="in">
        {periodName(asked.month)}，按{dateWords(asked.day)}有效的评分表
      </h3>
      <dl className="in facts">
        <dt>这个月的</dt>
        <dd>{cardWords(card)}</dd>
        <dt>另一张</dt>
        <dd>{cardWords(other)}</dd>
      </dl>
      {card.from === other.from ? <p className="in">那一天有效的就是这个月的评分表。</p> : null}
      <MoveTables heads={["这个月的", "另一张"]} counties={counties} units={units} />
    </>
  );
}

export function WhatIfPart() {
  const { zone } = useMe().platform;
  const first = { month: lastMonth(zone), day: todayIn(zone) };
  const [asked, ask] = useState<MonthAndDay | null>(null);
  const { data, error, isFetching, refetch } = useScoreWhatIf(asked);
  return (
    <section className="panel both" aria-label="换一张评分表">
      <header>
        <h2>换一张评分表</h2>
        <span className="meta">只看不改</span>
      </header>
      <OtherDay label="换一张评分表" dayLabel="按哪一天有效的评分表" first={first} busy={isFetching} ask={ask} />
      <Nothing error={error} again={() => refetch()} />
      {data && asked ? <Answer asked={asked} found={data} /> : null}
    </section>
  );
}
