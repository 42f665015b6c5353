/** 互推图: a row returned, a column received; framed red where both ways make four or more. */
import { useMe } from "../shell/session.ts";
import { Failure } from "../ui/Failure.tsx";
import { count } from "../ui/number.ts";
import { Open } from "../ui/Open.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { dayOf } from "../ui/when.ts";
import { DAYS, type Returns, useReturns } from "./data.ts";
import { listAt } from "./lists.ts";

/** so many fit on a screen; who returns most comes first */
const UNITS = 10;
const PING_PONG = 4;

const shadeOf = (returns: number, most: number) => (returns === 0 ? 0 : Math.max(1, Math.ceil((returns / most) * 4)));

interface CellProps {
  from: Returns["units"][number];
  to: Returns["units"][number];
  there: number;
  back: number;
  most: number;
  chosen: boolean;
}

function Cell({ from, to, there, back, most, chosen }: CellProps) {
  if (there === 0 && from.unit === to.unit) return <td className="own" />;
  if (there === 0) return <td className="nothing">·</td>;
  // one that went back to whom it came from is no pushing to and fro
  const both = from.unit !== to.unit && there >= PING_PONG && back >= PING_PONG;
  const words = `${from.name}退出，改派${to.name} ${there} 次${both ? "，双向各 4 次以上" : ""}，看工单`;
  return (
    <td className={`shade${shadeOf(there, most)}${both ? " both" : ""}${chosen ? " chosen" : ""}`}>
      <Open place={listAt({ pair: `${from.unit}~${to.unit}` })} label={words}>
        {count(there)}
      </Open>
    </td>
  );
}

function Matrix({ returns, pair }: { returns: Returns; pair: [string, string] | null }) {
  const { pairs } = returns;
  const units = returns.units.slice(0, UNITS);
  const between = new Map(pairs.map((one) => [`${one.from}~${one.to}`, one.returns]));
  const of = (from: string, to: string) => between.get(`${from}~${to}`) ?? 0;
  const most = Math.max(1, ...pairs.map((one) => one.returns));
  const isPair = (from: string, to: string) => pair?.includes(from) === true && pair.includes(to);
  const out = (unit: string) => pairs.reduce((all, one) => all + (one.from === unit ? one.returns : 0), 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section className="wide" tabIndex={0} aria-label="互推图">
      <table className="map">
        <thead>
          <tr>
            <th>
              <span className="unseen">退出的单位</span>
            </th>
            {units.map(({ unit, name }) => (
              <th key={unit} scope="col">
                <span>{name}</span>
              </th>
            ))}
            <th scope="col">
              <span>退出</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map((from) => (
            <tr key={from.unit}>
              <th scope="row">{from.name}</th>
              {units.map((to) => (
                <Cell
                  key={to.unit}
                  from={from}
                  to={to}
                  there={of(from.unit, to.unit)}
                  back={of(to.unit, from.unit)}
                  most={most}
                  chosen={isPair(from.unit, to.unit)}
                />
              ))}
              <td className="sum">{out(from.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const rest = ({ units, pairs }: Returns): string => {
  const waiting = pairs.reduce((all, one) => all + (one.to === null ? one.returns : 0), 0);
  const parts = [
    units.length > UNITS && `只画来往多的 ${UNITS} 个单位，共 ${units.length} 个`,
    waiting > 0 && `另有 ${waiting} 件同意后还没有改派`,
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join("；")}。` : "";
};

export function ReturnsMap({ pair }: { pair: [string, string] | null }) {
  const { data, error, refetch } = useReturns();
  return (
    <section className="panel" aria-label="互推">
      <header>
        <h2>互推图</h2>
        <span className="meta">近 {DAYS} 天同意的退单：行退出，列改派到</span>
        <span className="end meta">
          <span className="frame" aria-hidden="true" /> 红框：双向各 {PING_PONG} 件以上
        </span>
      </header>
      {error ? <Failure error={error} again={() => refetch()} /> : null}
      {data ? (
        <>
          {data.pairs.length === 0 ? (
            <p className="empty">近 {DAYS} 天没有同意的退单。</p>
          ) : (
            <Matrix returns={data} pair={pair} />
          )}
          <p className="in meta">
            {data.pairs.length > 0 ? "点一格看这两家的工单。" : ""}
            {rest(data)}
          </p>
          <BulkActs returns={data} />
        </>
      ) : error ? null : (
        <Waiting what="退单" />
      )}
    </section>
  );
}

/** 批量退单: one act, one line. */
function BulkActs({ returns: { bulk } }: { returns: Returns }) {
  const { platform } = useMe();
  if (bulk.length === 0) return null;
  return (
    <ul className="bulk in stack" aria-label="批量退单">
      {bulk.slice(0, 5).map((one) => (
        <li key={`${one.bulk} ${one.category}`}>
          <strong>批量退单</strong> {one.unitName}“{one.categoryName}”{" "}
          <Open place={listAt({ bulk: one.bulk })}>{count(one.orders)} 件</Open>，最早{" "}
          {dayOf(one.openSince, platform.zone)} 派出
          {one.pending > 0 ? (
            <span className="tag amber">待裁定 {one.pending}</span>
          ) : (
            <span className="tag">同意 {one.accepted}</span>
          )}
          {one.late > 0 ? <span className="tag red">超期退单 {one.late}</span> : null}
        </li>
      ))}
    </ul>
  );
}
