/** 来电人与此地: what he has told before and what was told from there, before he says it again. */

import { outcomeNames } from "../../domain/request/decide.ts";
import { titleOf } from "../../domain/request/title.ts";
import { useOrder } from "../order/data.ts";
import { useMe } from "../shell/session.ts";
import { Clock } from "../ui/Clock.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { dayOf, when } from "../ui/when.ts";
import { isNumber, type RequestRow, useCaller } from "./data.ts";
import type { Chosen } from "./given.ts";

const isOpen = ({ outcome }: RequestRow) => outcome === "pending" || outcome === "dispatched";

/** so many open ones are shown with their clocks; the others by their line */
const CLOCKS = 3;
const SHOWN = 6;

const title = (one: RequestRow) => titleOf(one.text) ?? one.categoryName;

function OpenOne({ one }: { one: RequestRow }) {
  const { platform } = useMe();
  const order = useOrder(one.order ?? "");
  const { data } = one.order ? order : { data: undefined };
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

function Known({ phone, place }: { phone: string; place: Chosen | null }) {
  const { data, error, refetch } = useCaller(phone, place?.key ?? null);
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!data) return <Waiting what="来电人的诉求" rows={6} />;
  const open = data.requests.filter(isOpen).slice(0, CLOCKS);
  const rest = data.requests.filter((one) => !open.includes(one)).slice(0, SHOWN);
  return (
    <>
      <div className="in">
        <strong>{data.name ?? "没有留下姓名"}</strong>
        <p className="second">
          {data.requests.length === 0
            ? "第一次来电反映。"
            : `以前反映过 ${data.requests.length >= 20 ? "20 件以上" : `${data.requests.length} 件`}，还有 ${data.open} 件没有办完。`}
        </p>
      </div>
      <ul className="history">
        {open.map((one) => (
          <OpenOne key={one.id} one={one} />
        ))}
        {rest.map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </ul>
      {place ? (
        <>
          <h3 className="part">{place.name}，近三天</h3>
          {data.samePlace.length === 0 ? <p className="in second">没有人反映过。</p> : null}
          <ul className="history">
            {data.samePlace.slice(0, SHOWN).map((one) => (
              <Line key={one.id} one={one} />
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

export function CallerPanel({ phone, place }: { phone: string; place: Chosen | null }) {
  return (
    <section className="panel" aria-label="来电人与此地">
      <header>
        <h2>来电人与此地</h2>
      </header>
      {isNumber(phone) ? (
        <Known phone={phone.trim()} place={place} />
      ) : (
        <p className="in second">没有号码。填了联系电话，这里显示他以前的诉求。</p>
      )}
    </section>
  );
}
