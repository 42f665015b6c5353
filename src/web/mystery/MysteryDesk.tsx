/** 拨测: a month's calls to the county hotlines: planned, rated, objected to, settled. */
import { useState } from "react";
import { thisMonth } from "../shell/clock.ts";
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { MonthField, monthAsked } from "../ui/MonthField.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { CallList } from "./CallList.tsx";
import { CallPane } from "./CallPane.tsx";
import { mayPlan, useMonth } from "./data.ts";
import { PlanForm } from "./PlanForm.tsx";
import { Plans } from "./Plans.tsx";
import "../county/county.css";
import "./mystery.css";

const none = "这个月还没有排拨测。";
const ownNone = "这个月还没有评过的拨测。评过以后会出现在这里，有不同意见可以提异议。";

export default function MysteryDesk() {
  const { role, platform } = useMe();
  const [{ month: text, call }, go] = usePlace();
  const asked = monthAsked(text, thisMonth(platform.zone));
  const { month } = asked;
  const { data, error, refetch } = useMonth(month);
  const [said, setSaid] = useState("");
  return (
    <main id="main" className="columns county mystery">
      <div className="stack">
        <section className="panel" aria-label="拨测清单">
          <header>
            <h1>拨测</h1>
            {call && mayPlan(role) ? (
              <span className="end">
                <Act words="排拨测" small onAct={() => go({ call: undefined })} />
              </span>
            ) : null}
          </header>
          <div className="in form">
            <p role="status" className={said ? "told" : "unseen"}>
              {said}
            </p>
            <MonthField asked={asked} set={(next) => go({ month: next, call: undefined })} />
          </div>
          {error ? <Failure error={error} again={() => refetch()} /> : null}
          {!data && !error ? <Waiting what="这个月的拨测" rows={4} /> : null}
          {data?.rows.length === 0 ? <p className="empty">{role === "county" ? ownNone : none}</p> : null}
          {data && data.rows.length > 0 ? <CallList rows={data.rows} opened={call} /> : null}
          {data && data.unplanned.length > 0 ? (
            <p className="in meta">
              另有导入的：{data.unplanned.map(({ county, count }) => `${county} ${count} 通`).join("，")}，照样计分。
            </p>
          ) : null}
        </section>
        {data && !call && mayPlan(role) ? <PlanForm key={month} month={month} done={setSaid} /> : null}
        {data && !call && data.plans.length > 0 ? <Plans plans={data.plans} done={setSaid} /> : null}
      </div>
      {call ? (
        <CallPane key={call} id={call} />
      ) : data && data.rows.length > 0 ? (
        <p className="panel empty">从清单里选一通，在这里评分、看异议、定分。</p>
      ) : null}
    </main>
  );
}
