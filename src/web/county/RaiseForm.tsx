/** 提异议: from a finding, whose sentence stands there to begin with, or by hand. */

import { type FormProps, WordsForm } from "../ui/WordsForm.tsx";
import { COUNTIES, pathOf, type Report } from "./data.ts";

interface Props extends FormProps {
  report: Report;
  from: { finding: string | null; text: string };
}

export const RaiseForm = ({ report, from, ...form }: Props) => (
  <section className="panel" aria-label="新的异议">
    <header>
      <h2>提异议</h2>
      <span className="meta">县级平台会看到，答复或者更正</span>
    </header>
    <WordsForm
      {...form}
      term="提异议"
      label="哪里不对"
      path={`${pathOf(report)}/objections`}
      version={report.version}
      nouns={COUNTIES}
      text={from.text}
      said="异议已提，等县级平台答复或更正。"
      more={{ finding: from.finding }}
    />
  </section>
);
