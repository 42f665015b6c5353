/** 换一张评分表: a month as the scorecard of another day would score it. */
import { Input } from "antd";
import { useState } from "react";
import { localTime } from "../../domain/calendar/zone.ts";
import { serverNow } from "../shell/clock.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Field } from "../ui/Field.tsx";
import { lastMonth, useScoreWhatIf, type WhatIf } from "./data.ts";
import { MoveTables } from "./MoveTable.tsx";
import { Nothing } from "./Nothing.tsx";

const cardWords = ({ name, from, source }: WhatIf["card"]) => `${name}，自 ${from} 起（${source}）`;

function Answer({ found }: { found: WhatIf }) {
  const { card, other, counties, units } = found;
  return (
    <>
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
  const last = lastMonth(zone);
  const [{ month, day }, set] = useState({ month: last, day: localTime(serverNow(), zone).slice(0, 10) });
  const [asked, setAsked] = useState<{ month: string; scorecardOf: string } | null>(null);
  const { data, error, isFetching, refetch } = useScoreWhatIf(asked);
  return (
    <section className="panel both" aria-label="换一张评分表">
      <header>
        <h2>换一张评分表</h2>
        <span className="meta">只看不改</span>
      </header>
      <form className="form in" aria-label="换一张评分表" onSubmit={(event) => event.preventDefault()}>
        <div className="row fields">
          <Field label="哪个月">
            {(control) => (
              <Input
                {...control}
                type="month"
                value={month}
                onChange={({ target }) => set({ day, month: target.value || last })}
              />
            )}
          </Field>
          <Field label="按哪一天有效的评分表">
            {(control) => (
              <Input
                {...control}
                type="date"
                value={day}
                onChange={({ target }) => set({ month, day: target.value || day })}
              />
            )}
          </Field>
        </div>
        <div className="row">
          <Act words="另算" busy={isFetching} onAct={() => setAsked({ month, scorecardOf: day })} />
        </div>
      </form>
      <Nothing error={error} again={() => refetch()} />
      {data ? <Answer found={data} /> : null}
    </section>
  );
}
