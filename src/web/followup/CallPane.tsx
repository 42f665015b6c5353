/** 一次回访: what was wanted, what was answered, whether it is solved; then what the citizen says. */
import { useState } from "react";
import { useOrder, useRequest, useTrail } from "../order/data.ts";
import { Head, orderTitle } from "../order/OrderPane.tsx";
import { Refused } from "../shell/ask.ts";
import { useDraft } from "../shell/draft.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { when } from "../ui/when.ts";
import { Answers } from "./Answers.tsx";
import { Dial } from "./Dial.tsx";
import { answerIn, lacking, nothingSaid, type Said } from "./data.ts";
import { type Matter, Script, SideBySide } from "./Script.tsx";
import { useSaving } from "./saving.ts";
import { scriptOf } from "./sentences.ts";

interface Loaded extends Matter {
  done(words: string): void;
}

function Call({ order, request, trail, done }: Loaded) {
  const { platform, number } = useMe();
  const draft = useDraft<Said>(`${order.id}.followUp`, nothingSaid);
  const said = draft.value;
  const [tried, setTried] = useState(false);
  const { save, notReached, newest, error, busy } = useSaving(order, done);
  const set = (change: Partial<Said>) => draft.set({ ...said, ...change });
  const sentences = scriptOf({
    ...{ platform: platform.name, number, title: orderTitle(order, request), answer: answerIn(trail) },
    ...{ accepted: when(request.acceptedAt, platform.zone), dissatisfied: said.rating === "dissatisfied" },
  });
  const read = said.at > sentences.findIndex(({ key }) => key === "answer");
  const lacks = lacking(said);
  const suggest = () => set({ suggests: !said.suggests, rating: "dissatisfied" });
  const submit = () => {
    setTried(true);
    if (lacks === null && !busy) save(said, draft.clear);
  };
  const stale = error instanceof Refused && error.problem.code === "versionConflict";
  const grey = read ? null : "先把公开答复读给当事人。";
  return (
    <>
      <Head order={order} title={orderTitle(order, request)} />
      <Dial request={request.id} />
      <SideBySide order={order} request={request} trail={trail} />
      <Script sentences={sentences} at={said.at} go={(at) => set({ at })} />
      <section className="panel" aria-label="当事人怎么说">
        <header>
          <h2>当事人怎么说</h2>
          {said.suggests ? <span className="tag amber">建议重办</span> : null}
        </header>
        {error ? (
          <Failure error={error} again={stale ? newest : submit} verb={stale ? "看最新情况，保留我填的" : "再试一次"} />
        ) : null}
        <Answers said={said} set={set} read={read} />
        {tried && lacks ? (
          <p className="in failure" role="alert">
            {lacks}
          </p>
        ) : null}
      </section>
      <div className="bottom">
        <Act words="未接通" press="Alt+N" busy={busy} onAct={notReached} />
        <Act words={said.suggests ? "不建议重办" : "建议重办"} press="Alt+R" grey={grey} onAct={suggest} />
        <span className="end">
          <Act words="保存并下一件" press="Ctrl+Enter" primary busy={busy} onAct={submit} />
        </span>
      </div>
    </>
  );
}

export function CallPane({ id, done }: { id: string; done(words: string): void }) {
  const order = useOrder(id);
  const request = useRequest(order.data?.request ?? null);
  const trail = useTrail(id);
  const failed = order.error ?? request.error ?? trail.error;
  if (failed) return <Failure error={failed} again={() => [order, request, trail].map((one) => one.refetch())} />;
  if (!order.data || !request.data || !trail.data) return <Waiting what="要回访的工单" rows={10} />;
  return <Call order={order.data} request={request.data} trail={trail.data} done={done} />;
}
