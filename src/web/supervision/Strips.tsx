/** 一条横道是一件工单的经过: every hand-over restarts the unit's clock, none stops the matter's. */

import { serverNow } from "../shell/clock.ts";
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Clock } from "../ui/Clock.tsx";
import { Failure } from "../ui/Failure.tsx";
import { count } from "../ui/number.ts";
import { Open } from "../ui/Open.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { dayOf, when } from "../ui/when.ts";
import { type Strip, useReturned } from "./data.ts";
import { closed } from "./lists.ts";

const TICKS = 5;

interface Scale {
  from: number;
  until: number;
}

const across = (at: number, { from, until }: Scale) => ((at - from) / Math.max(1, until - from)) * 100;

function Legs({ strip, pair, scale }: { strip: Strip; pair: readonly string[]; scale: Scale }) {
  const { platform } = useMe();
  return (
    <ol className="legs" aria-label="经手的单位">
      {strip.legs.map(({ unit, unitName, from, until, returned }, at) => {
        const [left, right] = [across(Date.parse(from), scale), across(until ? Date.parse(until) : scale.until, scale)];
        const late = returned === "late";
        const kind = unit === pair[0] ? "first" : unit === pair[1] ? "second" : "other";
        const words = `${unitName} ${when(from, platform.zone)} 起${until ? `，至 ${when(until, platform.zone)}` : ""}${late ? "，超期退单" : returned ? "，退单" : ""}`;
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the order of the hand-overs is what tells them apart
            key={at}
            className={`leg ${kind}${strip.pending && until === null ? " waiting" : ""}`}
            style={{ left: `${left}%`, width: `${Math.max(0.6, right - left)}%` }}
            title={words}
          >
            <span aria-hidden="true">{unitName}</span>
            <span className="unseen">{words}</span>
            {late ? <Clock clock={{ state: "red", words: "" }} /> : null}
          </li>
        );
      })}
    </ol>
  );
}

const Axis = ({ scale, zone }: { scale: Scale; zone: string }) => (
  <div className="axis" aria-hidden="true">
    {Array.from({ length: TICKS }, (_, at) => {
      const time = scale.from + ((scale.until - scale.from) * at) / TICKS;
      return (
        <span key={time} style={{ left: `${(at / TICKS) * 100}%` }}>
          {dayOf(new Date(time).toISOString(), zone)}
        </span>
      );
    })}
  </div>
);

export function Strips({ pair, nameOf }: { pair: [string, string]; nameOf(unit: string): string }) {
  const { data, error, refetch } = useReturned(...pair);
  const { platform } = useMe();
  const [{ order }, go] = usePlace();
  const scale = {
    from: Math.min(serverNow(), ...(data?.rows ?? []).map(({ dispatchedAt }) => Date.parse(dispatchedAt))),
    until: serverNow(),
  };
  return (
    <section className="panel" aria-label="这两家的工单">
      <header>
        <h2>
          {nameOf(pair[0])} ⇄ {nameOf(pair[1])}
          {data ? `，未办结 ${count(data.open)} 件` : ""}
        </h2>
        <span className="meta">
          一条横道是一件工单的经过；换单位时本单位时钟重来，事项时钟不停
          {data ? `。共 ${count(data.total)} 件` : ""}
        </span>
        <Clock clock={{ state: "red", words: "超期退单" }} />
        <span className="end">
          <Act words="收起" press="Esc" small onAct={() => go(closed)} />
        </span>
      </header>
      {error ? <Failure error={error} again={() => refetch()} /> : null}
      {!data && !error ? <Waiting what="工单" rows={6} /> : null}
      {data && data.rows.length === 0 ? <p className="empty">这两家之间近来没有退过的工单。</p> : null}
      {data && data.rows.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
        <section className="wide" tabIndex={0} aria-label="经过的横道">
          <table className="list strips">
            <thead>
              <tr>
                <th>工单</th>
                <th className="way">
                  <span className="unseen">经过</span>
                  <Axis scale={scale} zone={platform.zone} />
                </th>
                <th className="number">派过</th>
                <th className="number">事项时钟</th>
                <th>本单位时钟</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((strip) => (
                <tr key={strip.id} className={strip.id === order ? "chosen" : undefined}>
                  <td>
                    <Open place={{ pair: pair.join("~"), order: strip.id }}>{strip.title ?? strip.categoryName}</Open>{" "}
                    <span className="meta">{strip.number}</span>
                  </td>
                  <td className="way">
                    <Legs strip={strip} pair={pair} scale={scale} />
                  </td>
                  <td className="number">{strip.legs.length} 次</td>
                  <td className="number">{strip.matterDay}</td>
                  <td>
                    {strip.pending ? <span className="tag amber">退单待裁定</span> : <Clock clock={strip.clock} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </section>
  );
}
