/** 提异议 by the platform that was phoned. */
import { WordsForm } from "../ui/WordsForm.tsx";
import type { FormProps } from "./CallForm.tsx";
import { MYSTERY } from "./data.ts";

export const ObjectForm = ({ call, done, newest }: FormProps) => (
  <section className="panel" aria-label="异议">
    <WordsForm
      term="提异议"
      label="哪一项评得不对，为什么"
      path={`/mystery-calls/${call.id}/objection`}
      version={call.version}
      nouns={MYSTERY}
      text=""
      said="已提异议，等热线办定分。"
      more={{}}
      done={done}
      close={null}
      newest={newest}
    />
  </section>
);
