/** 评定准确度: what is proposed stands there with how it was made; the office decides. */
import { useState } from "react";
import { printHundredths } from "../../domain/measure/exact.ts";
import { type Entry, numberIn, type Range } from "../ui/entry.ts";
import { NumberField } from "../ui/NumberField.tsx";
import { type FormProps, WordsForm } from "../ui/WordsForm.tsx";
import { COUNTIES, pathOf, pointWords, type Report } from "./data.ts";

export function VerdictForm({ report, ...form }: FormProps & { report: Report }) {
  const { proposed, fullAccuracy } = report;
  const [typed, setTyped] = useState<Entry>(proposed && printHundredths(proposed.points));
  const range: Range = { kind: "points", most: fullAccuracy ?? 10_000 };
  const points = numberIn(typed, range);
  const hint = proposed ? `建议 ${pointWords(proposed.points)}：${proposed.words}。` : "";
  return (
    <section className="panel" aria-label="准确度">
      <header>
        <h2>评定数据准确度</h2>
        <span className="meta">计入综合排名的五率一度</span>
      </header>
      <WordsForm
        {...form}
        term="评定准确度"
        label="理由"
        path={`${pathOf(report)}/accuracy`}
        version={report.version}
        nouns={COUNTIES}
        text=""
        said="准确度已评定，计入综合排名。"
        more={points === null ? null : { points }}
      >
        {(tried) => (
          <NumberField
            {...range}
            label="得分"
            value={typed}
            set={setTyped}
            lacks={tried ? "还差得分。" : null}
            hint={hint}
          />
        )}
      </WordsForm>
    </section>
  );
}
