/** 进展: four steps in words, the answer, and what the citizen may still do. */
import { useState } from "react";
import { when } from "../ui/when.ts";
import { Adding, Rating, TakingBack } from "./acts.tsx";
import type { Progress, Ticket } from "./data.ts";
import { Heading } from "./Heading.tsx";

export interface ProgressProps {
  ticket: Ticket;
  progress: Progress;
  zone: string;
  show(progress: Progress): void;
  again(): void;
  close(): void;
}

const marks = { done: "✓", now: "●", later: "○" };
const states = { done: "已完成", now: "正在进行", later: "还没到" };

const Steps = ({ steps, zone }: { steps: Progress["steps"]; zone: string }) => (
  <ol className="steps">
    {steps.map(({ name, state, says, at }) => (
      <li key={name} className={state} aria-current={state === "now" ? "step" : undefined}>
        <span className="shape" aria-hidden="true">
          {marks[state]}
        </span>
        <div>
          <strong>{name}</strong> <span className="hint">{states[state]}</span>
          {says ? <p>{says}</p> : null}
          {at ? <p className="hint">{when(at, zone)}</p> : null}
        </div>
      </li>
    ))}
  </ol>
);

export function ProgressPage(props: ProgressProps) {
  const { progress, zone, again, close, show } = props;
  const { number, text, steps, answer, acceptedAt } = progress;
  const [said, setSaid] = useState("");
  const done = (words: string) => (next: Progress) => {
    show(next);
    setSaid(words);
  };
  return (
    <>
      <Heading title="进展">进展</Heading>
      <p className="hint">
        编号 {number}　{when(acceptedAt, zone)} 登记
      </p>
      <p role="status" className={said ? "told good" : ""}>
        {said}
      </p>
      <Steps steps={steps} zone={zone} />
      {answer ? (
        <section aria-label="答复">
          <h2>给您的答复</h2>
          <p className="quote">{answer}</p>
        </section>
      ) : null}
      <Rating {...props} done={done("谢谢您的评价。")} />
      <section aria-label="您反映的事">
        <h2>您反映的事</h2>
        <p className="quote">{text ?? "内容已按规定删除。"}</p>
        <p className="hint">号码、姓名在这里不显示。{progress.photos > 0 ? `照片 ${progress.photos} 张。` : ""}</p>
      </section>
      <Adding {...props} done={done("补充已经收到。")} />
      <TakingBack {...props} done={done("已收到您的撤回要求。")} />
      <div className="buttons">
        <button type="button" onClick={again}>
          看最新情况
        </button>
        <button type="button" onClick={close}>
          查另一件
        </button>
      </div>
    </>
  );
}
