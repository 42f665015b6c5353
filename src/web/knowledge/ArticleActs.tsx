/** 条目上能做的: to answer from it is one key; what is grey says why and who can help. */
import { type ReactNode, useId, useState } from "react";
import { useSend } from "../shell/send.ts";
import { Act } from "../ui/Act.tsx";
import { allowanceOf } from "../ui/allowance.ts";
import { Failure } from "../ui/Failure.tsx";
import { type Allowance, type Article, KNOWLEDGE, reasonOf } from "./data.ts";
import { RenewForm, ReportForm } from "./LineForm.tsx";
import { ReviseForm } from "./NewArticle.tsx";
import { RuleForm } from "./RuleForm.tsx";

interface ArticleActsProps {
  article: Article;
  done(said: string): void;
}

type FormOf = (props: ArticleActsProps & { close(): void }) => React.JSX.Element;

/** 要填的: each opens in the place of the buttons */
const forms: { action: Allowance["action"]; press: string; form: FormOf }[] = [
  { action: "reportError", press: "Alt+U", form: ReportForm },
  { action: "ruleOnProposal", press: "Alt+A", form: RuleForm },
  { action: "renew", press: "Alt+Y", form: RenewForm },
  { action: "revise", press: "Alt+B", form: ReviseForm },
];

function Adopt({ article, done, children }: ArticleActsProps & { children: ReactNode }) {
  const about = useId();
  const adopt = allowanceOf(article, "adopt");
  const sent = useSend<Article>(KNOWLEDGE, () => done("已采用，本月又记一次。"));
  const reason = reasonOf(adopt);
  return (
    <div className="in stack">
      <div className="row">
        <Act
          words={adopt.term}
          press="F9"
          primary
          busy={sent.busy}
          grey={reason}
          describedBy={about}
          onAct={() => sent.send({ path: `/articles/${article.id}/uses`, body: {} })}
        />
        {children}
      </div>
      <p id={about} className={reason ? "second" : "unseen"}>
        {reason}
      </p>
      {sent.error ? <Failure error={sent.error} /> : null}
    </div>
  );
}

export function ArticleActs({ article, done }: ArticleActsProps) {
  const [open, setOpen] = useState<string | null>(null);
  const may = forms.filter(({ action }) => allowanceOf(article, action).allowed);
  const Form = may.find(({ action }) => action === open)?.form;
  if (Form)
    return (
      <section className="panel">
        <Form
          article={article}
          close={() => setOpen(null)}
          done={(said) => {
            setOpen(null);
            done(said);
          }}
        />
      </section>
    );
  return (
    <section className="panel" aria-label="现在能做的">
      <Adopt article={article} done={done}>
        {may.map(({ action, press }) => (
          <Act key={action} words={allowanceOf(article, action).term} press={press} onAct={() => setOpen(action)} />
        ))}
      </Adopt>
    </section>
  );
}
