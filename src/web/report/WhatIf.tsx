/** 另算: a month under the formulas of another day, beside its own. */
import { Fragment, useState } from "react";
import { addDays, dateWords } from "../../domain/calendar/civil.ts";
import { firstDay } from "../../domain/calendar/month.ts";
import { periodName } from "../../domain/calendar/period.ts";
import { lastMonth } from "../shell/clock.ts";
import { useMe } from "../shell/session.ts";
import { Failure } from "../ui/Failure.tsx";
import { type MonthAndDay, OtherDay } from "../ui/OtherDay.tsx";
import { reveal } from "../ui/reveal.ts";
import { ChangeTable } from "./ChangeTable.tsx";
import { useWhatIf, type WhatIf as WhatIfAnswer } from "./data.ts";

function Rules({ rules }: Pick<WhatIfAnswer, "rules">) {
  if (rules.length === 0) return <p className="in">那一天的算法与这个月的一样。</p>;
  return (
    <ul className="in">
      {rules.map(({ kindName, key, before, after }) => (
        <li key={`${kindName} ${key}`}>
          {kindName}：{before ?? "没有"} → {after ?? "没有"}
        </li>
      ))}
    </ul>
  );
}

export function WhatIf() {
  const { zone } = useMe().platform;
  const last = lastMonth(zone);
  const [asked, ask] = useState<MonthAndDay | null>(null);
  const { data, error, isFetching, refetch } = useWhatIf(asked);
  return (
    <section className="panel" aria-label="另算">
      <header>
        <h2>换一种算法</h2>
        <span className="meta">只看不改</span>
      </header>
      <OtherDay
        label="另算"
        dayLabel="按哪一天的算法"
        first={{ month: last, day: addDays(firstDay(last), -1) }}
        busy={isFetching}
        ask={ask}
      />
      {error ? <Failure error={error} again={() => refetch()} /> : null}
      {data && asked ? (
        <Fragment key={`${asked.month} ${asked.day}`}>
          <h3 className="in" ref={reveal}>
            {periodName(asked.month)}，按{dateWords(asked.day)}的算法
          </h3>
          <Rules rules={data.rules} />
          <ChangeTable changes={data.changes} heads={["这个月的算法", "另一种"]} none="数字完全一样。" />
        </Fragment>
      ) : null}
    </section>
  );
}
