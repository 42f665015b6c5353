/** 一通拨测: rating it, what was given, the objection, settling. */
import { useState } from "react";
import { dayWords } from "../../domain/calendar/civil.ts";
import { localTime } from "../../domain/calendar/zone.ts";
import { actorWords } from "../order/actorWords.ts";
import { useMe } from "../shell/session.ts";
import { allowanceOf } from "../ui/allowance.ts";
import { Failure } from "../ui/Failure.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { when } from "../ui/when.ts";
import { StateTag } from "./CallList.tsx";
import { type Call, useCall } from "./data.ts";
import { ObjectForm } from "./ObjectForm.tsx";
import { RateForm } from "./RateForm.tsx";
import { Ratings } from "./Ratings.tsx";
import { SettleForm } from "./SettleForm.tsx";
import { Withdrawing } from "./Withdrawing.tsx";
import { ratedWords } from "./words.ts";

function Facts({ call }: { call: Call }) {
  const { zone } = useMe().platform;
  const { county, day, ratings, objectBy, objection, settlement, withdrawal } = call;
  const calledAt = ratings?.[0]?.calledAt;
  const calledOn = calledAt ? localTime(Date.parse(calledAt), zone).slice(0, 10) : null;
  return (
    <section className="panel" aria-label="这一通">
      <header>
        <h2>{county}</h2>
        <StateTag row={call} />
      </header>
      <dl className="facts in">
        <dt>计划的日子</dt>
        <dd>
          {dayWords(day)}
          {calledOn !== null && calledOn !== day ? (
            <span className="meta line">{dayWords(calledOn)}才拨，晚于抽到的日子</span>
          ) : null}
        </dd>
        <dt>评分</dt>
        <dd>{ratedWords(call)}</dd>
        {objectBy ? (
          <>
            <dt>异议期限</dt>
            <dd>{when(objectBy, zone)}</dd>
          </>
        ) : null}
        {objection ? (
          <>
            <dt>异议</dt>
            <dd>
              {objection.text}
              <span className="meta line">{when(objection.at, zone)}</span>
            </dd>
          </>
        ) : null}
        {settlement ? (
          <>
            <dt>定分</dt>
            <dd>
              {settlement.upheld === null ? "没有异议" : settlement.upheld ? "异议成立" : "异议不成立"}
              {settlement.text ? `：${settlement.text}` : ""}
              <span className="meta line">{when(settlement.at, zone)}，计入综合排名</span>
            </dd>
          </>
        ) : null}
        {withdrawal ? (
          <>
            <dt>撤销</dt>
            <dd>
              {withdrawal.text}
              <span className="meta line">
                {actorWords(withdrawal.by)}　{when(withdrawal.at, zone)}
              </span>
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}

const wants: Record<string, "rate" | "object" | "settle"> = { inspector: "rate", county: "object", office: "settle" };

/** 还不能做 what is his to do: why, and what then */
function NotYet({ call }: { call: Call }) {
  const { role } = useMe();
  const action = wants[role];
  if (!action || call.settlement || call.withdrawal) return null;
  const { allowed, term, sentence, next } = allowanceOf(call, action);
  return allowed ? null : (
    <p className="panel in second">
      还不能{term}：{sentence}
      {next}
    </p>
  );
}

export function CallPane({ id }: { id: string }) {
  const { data: call, error, refetch } = useCall(id);
  const [said, setSaid] = useState("");
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!call) return <Waiting what="这一通拨测" rows={8} />;
  const form = { call, done: setSaid, newest: () => void refetch() };
  return (
    <div className="stack">
      <p role="status" className={said ? "told" : "unseen"}>
        {said}
      </p>
      <Facts call={call} />
      {allowanceOf(call, "rate").allowed ? <RateForm {...form} /> : null}
      {allowanceOf(call, "object").allowed ? <ObjectForm {...form} /> : null}
      {allowanceOf(call, "settle").allowed ? <SettleForm {...form} /> : null}
      <NotYet call={call} />
      {allowanceOf(call, "withdraw").allowed ? <Withdrawing {...form} /> : null}
      <Ratings call={call} />
    </div>
  );
}
