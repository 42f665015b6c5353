/** 另算的表单: which month, and by what held on which day. */
import { Input } from "antd";
import { useState } from "react";
import type { CivilDate } from "../../domain/calendar/civil.ts";
import { Act } from "./Act.tsx";
import { Field } from "./Field.tsx";

export interface MonthAndDay {
  month: string;
  day: CivilDate;
}

interface OtherDayProps {
  label: string;
  /** what is asked of the day */
  dayLabel: string;
  first: MonthAndDay;
  busy: boolean;
  /** null: another month or day is being chosen, for which the old answer is none */
  ask(asked: MonthAndDay | null): void;
}

export function OtherDay({ label, dayLabel, first, busy, ask }: OtherDayProps) {
  const [chosen, choose] = useState(first);
  const { month, day } = chosen;
  const change = (to: Partial<MonthAndDay>) => {
    choose({ ...chosen, ...to });
    ask(null);
  };
  return (
    <form className="form in" aria-label={label} onSubmit={(event) => event.preventDefault()}>
      <div className="row fields">
        <Field label="哪个月">
          {(control) => (
            <Input
              {...control}
              type="month"
              value={month}
              onChange={({ target }) => change({ month: target.value || month })}
            />
          )}
        </Field>
        <Field label={dayLabel}>
          {(control) => (
            <Input
              {...control}
              type="date"
              value={day}
              onChange={({ target }) => change({ day: target.value || day })}
            />
          )}
        </Field>
      </div>
      <div className="row">
        <Act words="另算" busy={busy} onAct={() => ask(chosen)} />
      </div>
    </form>
  );
}
