/** 一个接听日: who sits where, what may be done, what was heard. */
import { useState } from "react";
import { dateWords } from "../../domain/calendar/civil.ts";
import { useSend } from "../shell/send.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { ReasonForm } from "../ui/ReasonForm.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { DAYS, type Day, useDay } from "./data.ts";
import { HeardList } from "./HeardList.tsx";
import { PlanForm } from "./PlanForm.tsx";

type Form = "change" | "cancel" | null;

function Acts({ day, open }: { day: Day; open(form: Form): void }) {
  const sent = useSend<Day>(DAYS);
  const send = (noun: string) => () =>
    void sent.send({ path: `/leader-days/${day.id}/${noun}`, body: {}, version: day.version! });
  const may = new Set<string>(day.allowed);
  if (may.size === 0) return null;
  return (
    <>
      {sent.error ? <Failure error={sent.error} /> : null}
      <div className="row">
        {may.has("start") ? <Act words="开始接听" primary busy={sent.busy} onAct={send("start")} /> : null}
        {may.has("end") ? <Act words="结束接听" primary busy={sent.busy} onAct={send("end")} /> : null}
        {may.has("change") ? <Act words="改期" onAct={() => open("change")} /> : null}
        {may.has("cancel") ? <Act words="取消这一天" onAct={() => open("cancel")} /> : null}
      </div>
    </>
  );
}

export function DayPane({ id }: { id: string }) {
  const { data: day, error, refetch } = useDay(id);
  const [form, setForm] = useState<Form>(null);
  const close = () => setForm(null);
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!day) return <Waiting what="这一天" />;
  return (
    <>
      <section className="panel" aria-label="这一天">
        <header>
          <h2>
            {dateWords(day.date)}　{day.unitName}
          </h2>
          <span className="tag">{day.stateName}</span>
        </header>
        <div className="in stack">
          <p>
            {day.post ? `${day.post}，席位 ${day.seat}。` : "随记录导入，没有安排。"}来电 {day.calls} 个，当场答复{" "}
            {day.settledOnTheSpot} 个，交办 {day.dispatched} 个。
            {day.reason ? `取消的原因：${day.reason}` : ""}
          </p>
          {form === null ? <Acts day={day} open={setForm} /> : null}
        </div>
        {form === "change" ? <PlanForm before={day} done={close} close={close} /> : null}
        {form === "cancel" ? (
          <ReasonForm
            term="取消"
            words="取消这一天"
            path={`/leader-days/${id}/cancellation`}
            version={day.version!}
            nouns={DAYS}
            close={close}
          />
        ) : null}
      </section>
      <HeardList day={day} />
    </>
  );
}
