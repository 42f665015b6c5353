/** 来电条: how the call stands, by the server's clock, and what can be done with it. */
import { useState } from "react";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { minutes, when } from "../ui/when.ts";
import { CallBack } from "./CallBack.tsx";
import { type Call, type Ongoing, useCall, useCallStep, useSeconds } from "./data.ts";
import { Ringing } from "./Ringing.tsx";
import { ratingNames, says } from "./words.ts";

interface CallBarProps {
  /** null: taken down without a call */
  call: string | null;
  onLine: Ongoing | null;
  /** whether it is known who is on the line */
  known: boolean;
  unsent: boolean;
  leave(): void;
  setPhone(number: string): void;
}

function Talking({ call }: { call: Ongoing }) {
  const now = useSeconds();
  const step = useCallStep();
  const [failed, setFailed] = useState<unknown>(null);
  const hangUp = () => step(call.id, "end").catch(setFailed);
  return (
    <>
      <span className="lamp" aria-hidden="true" />
      <strong className="state">通话中</strong>
      <span className="time" role="timer" aria-label="通话时长">
        {minutes(now - Date.parse(call.answeredAt ?? call.offeredAt))}
      </span>
      <span>{call.phone}</span>
      <span className="end">
        <Act words="挂断" press="Shift+F2" danger onAct={hangUp} />
      </span>
      {failed ? <Failure error={failed} /> : null}
    </>
  );
}

/** 话后整理, with what the caller thought of the call. */
function WrappingUp({ call }: { call: Call }) {
  const now = useSeconds();
  const { platform } = useMe();
  return (
    <>
      <strong className="state">话后整理</strong>
      <span className="time" role="timer" aria-label="整理时长">
        {minutes(now - Date.parse(call.endedAt))}
      </span>
      <span className="second">
        {when(call.answeredAt!, platform.zone)} 接听，通话{" "}
        {minutes(Date.parse(call.endedAt) - Date.parse(call.answeredAt!))}
      </span>
      <span className="tag">{call.rating ? `通话评价：${ratingNames[call.rating]}` : "来电人没有评价这次通话"}</span>
    </>
  );
}

function State({ call, known, setPhone }: CallBarProps) {
  const record = useCall(known ? call : null);
  if (call === null) return <strong className="state">没有来电</strong>;
  if (record.error) return <Failure error={record.error} again={() => record.refetch()} />;
  if (!record.data) return <strong className="state">正在取这个来电…</strong>;
  return record.data.answeredAt === null ? (
    <CallBack call={record.data} setPhone={setPhone} />
  ) : (
    <WrappingUp call={record.data} />
  );
}

export function CallBar(props: CallBarProps) {
  const { onLine, unsent, leave } = props;
  const why = unsent ? says.unsent : null;
  return (
    <section className={`panel call-bar${onLine ? " on" : ""}`} aria-label="来电">
      {onLine ? (
        <Talking call={onLine} />
      ) : (
        <>
          <State {...props} />
          <span className="end row">
            <Ringing grey={why} open={leave} />
            <Act words="就绪" press="Alt+R" grey={why} describedBy="ready-why" onAct={leave} />
            <span className="second" id="ready-why">
              {why}
            </span>
          </span>
        </>
      )}
    </section>
  );
}
