/** 评定准确度: what is proposed stands there with how it was made; the office decides. */
import { InputNumber } from "antd";
import { useState } from "react";
import { Field } from "../ui/Field.tsx";
import { type FormProps, WordsForm } from "../ui/WordsForm.tsx";
import { COUNTIES, pathOf, pointWords, type Report } from "./data.ts";

export function VerdictForm({ report, ...form }: FormProps & { report: Report }) {
  const { proposed, fullAccuracy } = report;
  const [points, setPoints] = useState<number | null>(proposed && proposed.points / 100);
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
        more={points === null ? null : { points: Math.round(points * 100) }}
      >
        {(tried) => (
          <Field label="得分" fault={tried && points === null ? "还差得分。" : null} hint={hint}>
            {(control) => (
              <InputNumber
                {...control}
                min={0}
                max={(fullAccuracy ?? 10_000) / 100}
                precision={2}
                value={points}
                onChange={setPoints}
              />
            )}
          </Field>
        )}
      </WordsForm>
    </section>
  );
}
