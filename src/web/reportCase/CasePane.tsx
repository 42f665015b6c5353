/** 一个案例: as it is written now, whether the report tells it, and every earlier wording. */
import { useState } from "react";
import { actorWords } from "../order/actorWords.ts";
import { useSend } from "../shell/send.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { reveal } from "../ui/reveal.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { when } from "../ui/when.ts";
import { CaseForm } from "./CaseForm.tsx";
import { CASES, type Case, useCase } from "./data.ts";

function Wordings({ wordings }: Pick<Case, "wordings">) {
  const { platform } = useMe();
  return (
    <section className="panel" aria-label="各稿">
      <header>
        <h2>各稿</h2>
        <span className="end meta">新的在上，都留着</span>
      </header>
      <ol className="in stack">
        {wordings.map(({ no, title, text, at, by }) => (
          <li key={no}>
            <details>
              <summary>
                第 {no} 稿　{when(at, platform.zone)}　{actorWords(by)}
              </summary>
              <p>
                <strong>{title}</strong>
              </p>
              <p className="paragraphs">{text}</p>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function CasePane({ id }: { id: string }) {
  const { data: one, error, refetch } = useCase(id);
  const [writes, setWrites] = useState(false);
  const sent = useSend<Case>(CASES);
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!one) return <Waiting what="案例" />;
  const choose = () =>
    void sent.send({ path: `/report-cases/${id}/choice`, body: { chosen: !one.chosen }, version: one.version });
  return (
    <>
      <section className="panel" aria-label="这个案例" ref={reveal}>
        <header>
          <h2>{one.title}</h2>
          <span className="tag">{one.kindName}</span>
          {one.chosen ? <span className="tag green">已选入</span> : null}
        </header>
        {writes ? (
          <CaseForm one={one} newest={() => void refetch()} close={() => setWrites(false)} />
        ) : (
          <div className="in stack">
            <p className="paragraphs">{one.text}</p>
            {sent.error ? <Failure error={sent.error} again={() => refetch()} verb="看最新情况" /> : null}
            <div className="row">
              <Act words="改写" primary onAct={() => setWrites(true)} />
              <Act words={one.chosen ? "不选入月报" : "选入月报"} busy={sent.busy} onAct={choose} />
            </div>
          </div>
        )}
      </section>
      <Wordings wordings={one.wordings} />
    </>
  );
}
