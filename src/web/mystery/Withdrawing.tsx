/** 撤销 of a call that hasn't been made: asked for first, then said why. */
import { useState } from "react";
import { Act } from "../ui/Act.tsx";
import { WordsForm } from "../ui/WordsForm.tsx";
import type { FormProps } from "./CallForm.tsx";
import { MYSTERY } from "./data.ts";

export function Withdrawing({ call, done, newest }: FormProps) {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <div className="row">
        <Act words="撤销这一通" onAct={() => setOpen(true)} />
      </div>
    );
  return (
    <section className="panel" aria-label="撤销">
      <header>
        <h2>撤销这一通</h2>
        <span className="meta">撤销了不再拨，留在清单里</span>
      </header>
      <WordsForm
        term="撤销"
        label="撤销的原因"
        path={`/mystery-calls/${call.id}/withdrawal`}
        version={call.version}
        nouns={MYSTERY}
        text=""
        said="这一通已撤销。"
        more={{}}
        done={(words) => {
          setOpen(false);
          done(words);
        }}
        close={() => setOpen(false)}
        newest={newest}
      />
    </section>
  );
}
