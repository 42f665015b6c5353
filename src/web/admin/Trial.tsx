/** 试算: what the version would change, before it is kept; nothing is written. */

import { useState } from "react";
import type { z } from "zod";
import type { ruleTrial } from "../../contract/admin/rule.ts";
import { useSend } from "../shell/send.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { count } from "../ui/number.ts";

type Found = z.output<typeof ruleTrial>;

interface TrialProps {
  row: { source: string };
  /** what has to be filled in before; null: it can be tried */
  lacks: string | null;
}

function Changed({ pending }: Pick<Found, "pending">) {
  if (pending.length === 0) return null;
  return (
    <table className="list still">
      <thead>
        <tr>
          <th>现在建议</th>
          <th>新的建议</th>
          <th className="number">件</th>
          <th>编号</th>
        </tr>
      </thead>
      <tbody>
        {pending.map(({ fromName, toName, numbers, count: many }) => (
          <tr key={`${fromName} ${toName}`}>
            <td>{fromName ?? "不出来"}</td>
            <td>{toName ?? "不出来"}</td>
            <td className="number">{count(many)}</td>
            <td>
              <span className="meta">
                {numbers.join("、")}
                {many > numbers.length ? " 等" : ""}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Trial({ row, lacks }: TrialProps) {
  const [found, setFound] = useState<{ of: string; found: Found } | null>(null);
  const { send, error, busy } = useSend<Found>([]);
  // what was tried is told for as long as it is what stands in the form
  const of = JSON.stringify(row);
  const submit = async () => {
    const answer = await send({ path: "/rules/trials", body: { ...row, source: row.source || "试算" } });
    if (answer) setFound({ of, found: answer });
  };
  const current = found?.of === of ? found.found : null;
  return (
    <>
      <Act words="试算" press="Alt+T" grey={lacks} busy={busy} onAct={submit} />
      <span className="second">{lacks}</span>
      {error ? <Failure error={error} /> : null}
      {current ? (
        <section className="says trial" aria-label="试算的结果" role="status">
          <ul className="stack">
            {current.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <Changed pending={current.pending} />
          <p className="meta">只是试算，什么也没有写。</p>
        </section>
      ) : null}
    </>
  );
}
