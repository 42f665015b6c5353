/** 试算评分表: past months as the card in the form would score them, before it is kept; nothing is written. */
import { useState } from "react";
import { addMonths } from "../../domain/calendar/month.ts";
import { periodName } from "../../domain/calendar/period.ts";
import { lastMonth } from "../shell/clock.ts";
import { useSend } from "../shell/send.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import type { Tried } from "./data.ts";
import { MoveTables } from "./MoveTable.tsx";

/** so many months back are tried */
const MONTHS = 3;

interface CardTrialProps {
  value: Record<string, unknown>;
  /** what has to be filled in before; null: it can be tried */
  lacks: string | null;
}

function Found({ months, without }: Tried) {
  return (
    <section className="says trial" aria-label="试算的结果" role="status">
      {months.length === 0 ? <p>这几个月都没有可以评分的记录，看不出差别。</p> : null}
      {months.map(({ month, counties, units }) => (
        <section key={month} aria-label={periodName(month)}>
          <h3>{periodName(month)}</h3>
          <MoveTables heads={["现行", "试算"]} counties={counties} units={units} />
        </section>
      ))}
      {without.length > 0 && months.length > 0 ? (
        <p className="meta">没有记录的月份：{without.map(periodName).join("、")}</p>
      ) : null}
      <p className="meta">只是试算，什么也没有写。</p>
    </section>
  );
}

export function CardTrial({ value, lacks }: CardTrialProps) {
  const { zone } = useMe().platform;
  const [found, setFound] = useState<{ of: string; found: Tried } | null>(null);
  const { send, error, busy } = useSend<Tried>([]);
  // what was tried is told for as long as it is what stands in the form
  const of = JSON.stringify(value);
  const months = Array.from({ length: MONTHS }, (_, back) => addMonths(lastMonth(zone), -back));
  const submit = async () => {
    const answer = await send({ path: "/scores/trials", body: { value, months } });
    if (answer) setFound({ of, found: answer });
  };
  return (
    <>
      <Act words="试算过去三个月" press="Alt+T" grey={lacks} busy={busy} onAct={submit} />
      <span className="second">{lacks}</span>
      {error ? <Failure error={error} /> : null}
      {found?.of === of ? <Found {...found.found} /> : null}
    </>
  );
}
