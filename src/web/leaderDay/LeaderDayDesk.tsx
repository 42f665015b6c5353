/** 领导接听日: the month's days on the left, one of them on the right, an order that came of it in its place. */
import { useState } from "react";
import { dateWords } from "../../domain/calendar/civil.ts";
import { OrderPane } from "../order/OrderPane.tsx";
import { thisMonth } from "../shell/clock.ts";
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { MonthField, monthAsked } from "../ui/MonthField.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { DayPane } from "./DayPane.tsx";
import { DayTable } from "./DayTable.tsx";
import { type Month, useMonth } from "./data.ts";
import { PlanForm } from "./PlanForm.tsx";
import "./leaderDay.css";

function Said({ said }: Pick<Month, "said">) {
  if (said.length === 0) return null;
  return (
    <section className="panel" aria-label="月报这一节">
      <header>
        <h2>月报这一节</h2>
        <span className="meta">数就是上面的数，各点得开</span>
      </header>
      <div className="in stack">
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </section>
  );
}

function Days({ month }: { month: string }) {
  const { data, error, refetch } = useMonth(month);
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!data) return <Waiting what="接听日" />;
  return (
    <>
      <section className="panel" aria-label="接听日">
        {data.rows.length === 0 ? <p className="empty">这个月没有安排领导接听日。</p> : <DayTable rows={data.rows} />}
      </section>
      <Said said={data.said} />
    </>
  );
}

export default function LeaderDayDesk() {
  const { role, platform } = useMe();
  const [{ month: text, day, order, write }, go] = usePlace();
  const asked = monthAsked(text, thisMonth(platform.zone));
  const { month } = asked;
  const [said, setSaid] = useState("");
  const close = () => go({ write: undefined });
  return (
    <main id="main" className="columns leader-days">
      <div className="stack">
        <section className="panel" aria-label="安排">
          <header>
            <h2>领导接听日</h2>
            <MonthField asked={asked} set={(next) => go({ month: next, day: undefined, order: undefined })} beside />
            {role === "office" && !write ? (
              <span className="end">
                <Act words="安排一天" onAct={() => go({ write: "new" })} />
              </span>
            ) : null}
          </header>
          <p role="status" className={said ? "told in" : "unseen"}>
            {said}
          </p>
          {role === "office" && write ? (
            <PlanForm
              before={null}
              done={(made) => {
                setSaid(`已安排${dateWords(made.date)}，${made.unitName}${made.post}。`);
                go({ write: undefined, month: made.date.slice(0, 7), day: made.id });
              }}
              close={close}
            />
          ) : null}
        </section>
        <Days month={month} />
      </div>
      <div className="stack">
        {order ? (
          <>
            <div className="row">
              <Act words="回到这一天" press="Esc" small onAct={() => go({ order: undefined })} />
            </div>
            <OrderPane key={order} id={order} first={["supervise"]} always={[]} />
          </>
        ) : day ? (
          <DayPane key={day} id={day} />
        ) : (
          <p className="panel empty">点一天，在这里看当天的来电、当场答复和交办的工单。</p>
        )}
      </div>
    </main>
  );
}
