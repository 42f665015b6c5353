/** 数字表: a number for the sentence, found by its name; put in as a piece. */
import { Input } from "antd";
import { useState } from "react";
import type { BoundFigure } from "../../../domain/report/template.ts";
import { Failure } from "../../ui/Failure.tsx";
import { Field } from "../../ui/Field.tsx";
import { count } from "../../ui/number.ts";
import { useFigures } from "./data.ts";

export function FigurePicker({ period, put }: { period: string; put(part: BoundFigure): void }) {
  const [q, setQ] = useState("");
  const { data, error, refetch } = useFigures(period, q);
  return (
    <div className="picker stack">
      <Field label="放进一个数" hint="写名称里的字，如“接通率”“环比”“市住建局”；点一下放在光标处。">
        {(control) => (
          <Input {...control} value={q} allowClear maxLength={100} onChange={({ target }) => setQ(target.value)} />
        )}
      </Field>
      {error ? <Failure error={error} again={() => refetch()} /> : null}
      {data ? (
        <>
          <ul className="picked">
            {data.rows.map(({ figure, name, of, form, text }) => (
              <li key={`${figure} ${form}`}>
                <button
                  type="button"
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => put({ figure, form, was: text })}
                >
                  <span className="chip">{text}</span> {of ? `${of}：` : ""}
                  {name}
                </button>
              </li>
            ))}
          </ul>
          <p className="meta" role="status">
            {data.total === 0
              ? "没有这样的数。换几个字。"
              : data.rows.length < data.total
                ? `${count(data.total)} 个，列出前 ${data.rows.length} 个；多写几个字就少了。`
                : `${count(data.total)} 个`}
          </p>
        </>
      ) : null}
    </div>
  );
}
