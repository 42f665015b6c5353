/** 排过的, each with the seed by which its days can be drawn again; what hasn't been made of one can be withdrawn. */
import { useState } from "react";
import { actorWords } from "../order/actorWords.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { WordsForm } from "../ui/WordsForm.tsx";
import { when } from "../ui/when.ts";
import { type Month, MYSTERY } from "./data.ts";

type Plan = Month["plans"][number];

interface PlansProps extends Pick<Month, "plans"> {
  done(words: string): void;
}

function Withdrawing({ plan, done, close }: { plan: Plan; done(words: string): void; close(): void }) {
  return (
    <WordsForm
      term={`撤销还没有拨的 ${plan.open} 通`}
      label="撤销的原因"
      path={`/mystery-plans/${plan.id}/withdrawal`}
      version={0}
      nouns={MYSTERY}
      text=""
      said={`${plan.county}还没有拨的 ${plan.open} 通已撤销。`}
      more={{}}
      done={(words) => {
        close();
        done(words);
      }}
      close={close}
      newest={close}
    />
  );
}

export function Plans({ plans, done }: PlansProps) {
  const { role, number, platform } = useMe();
  const { zone } = platform;
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className="panel" aria-label="排过的">
      <header>
        <h2>排过的</h2>
        <span className="meta">同一种子抽出的日子一样</span>
      </header>
      <ul className="in">
        {plans.map((plan) => (
          <li key={plan.id}>
            {plan.county}　{plan.calls} 通，每通 {plan.raters} 人评
            {plan.withdrawn > 0 ? `，撤销了 ${plan.withdrawn} 通` : ""}
            <span className="meta line">
              种子 {plan.seed}　{actorWords(plan.by)}　{when(plan.at, zone)}
            </span>
            {open === plan.id ? (
              <Withdrawing plan={plan} done={done} close={() => setOpen(null)} />
            ) : plan.open > 0 && (role === "office" || plan.by === `${role}:${number}`) ? (
              <Act words={`撤销还没有拨的 ${plan.open} 通`} small onAct={() => setOpen(plan.id)} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
