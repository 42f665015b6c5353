/** 来电人与此地: what he has told before and what was told from there, before he says it again. */

import { outcomeNames } from "../../domain/request/decide.ts";
import { titleOf } from "../../domain/request/title.ts";
import { useOrder } from "../order/data.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Clock } from "../ui/Clock.tsx";
import { dayOf, when } from "../ui/when.ts";
import type { Caller, Into, RequestRow } from "./data.ts";
import "./request.css";

const isOpen = ({ outcome }: RequestRow) => outcome === "pending" || outcome === "dispatched";

/** so many open ones are shown with their clocks; the others by their line */
const CLOCKS = 3;
const SHOWN = 6;

const title = (one: RequestRow) => titleOf(one.text) ?? one.categoryName;

interface HistoryProps {
  of: Caller;
  /** named where what was told from there is shown */
  placeName: string | null;
  /** so that this matter may be merged into one of his open ones */
  join?(into: Into): void;
}

function OpenOne({ one, join }: { one: RequestRow } & Pick<HistoryProps, "join">) {
  const { platform } = useMe();
  const { data } = useOrder(one.order);
  const into = { id: one.id, number: one.number, title: title(one), leadName: data?.leadName ?? null };
  return (
    <li className="open">
      <p className="row">
        <strong>{title(one)}</strong>
        <span className="end meta">{data?.stageName ?? (one.order ? "" : "待派单")}</span>
      </p>
      {data ? <Clock clock={data.unitClock} /> : null}
      <p className="meta">
        {data ? `${data.leadName}　` : ""}
        {when(one.acceptedAt, platform.zone)} 受理　{one.number}
      </p>
      {join ? <Act words="并入这件" small onAct={() => join(into)} /> : null}
    </li>
  );
}

function Line({ one }: { one: RequestRow }) {
  const { platform } = useMe();
  return (
    <li>
      <p className="meta">
        {dayOf(one.acceptedAt, platform.zone)}　{outcomeNames[one.outcome]}
      </p>
      <p>{title(one)}</p>
    </li>
  );
}

const before = ({ requests, open }: Caller) =>
  `以前反映过 ${requests.length >= 20 ? "20 件以上" : `${requests.length} 件`}，还有 ${open} 件没有办完。`;

export function History({ of, placeName, join }: HistoryProps) {
  const open = of.requests.filter(isOpen).slice(0, CLOCKS);
  const rest = of.requests.filter((one) => !open.includes(one)).slice(0, SHOWN);
  return (
    <>
      <div className="in">
        <strong>{of.name ?? "没有留下姓名"}</strong>
        <p className="second">{of.requests.length === 0 ? "第一次来电反映。" : before(of)}</p>
      </div>
      <ul className="history">
        {open.map((one) => (
          <OpenOne key={one.id} one={one} {...(join ? { join } : {})} />
        ))}
        {rest.map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </ul>
      {placeName === null ? null : (
        <>
          <h3 className="part">{placeName}，近三天</h3>
          {of.samePlace.length === 0 ? <p className="in second">没有人反映过。</p> : null}
          <ul className="history">
            {of.samePlace.slice(0, SHOWN).map((one) => (
              <Line key={one.id} one={one} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
