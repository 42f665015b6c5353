/** 时段: a day, week, month, quarter, year, or the days of a holiday. */
import { Input, Select } from "antd";
import { useState } from "react";
import { addDays, type CivilDate } from "../../domain/calendar/civil.ts";
import {
  holidayFaults,
  keyOn,
  type PeriodKey,
  type PeriodKind,
  periodFault,
  periodKinds,
  periodOf,
  readPeriod,
} from "../../domain/calendar/period.ts";
import { Field } from "../ui/Field.tsx";

interface PeriodFieldProps {
  value: PeriodKey;
  today: CivilDate;
  set(key: PeriodKey): void;
}

type Plain = Exclude<PeriodKind, "holiday">;

/** the kinds that the browser knows how to choose */
const inputs: Record<Plain, { label: string; type: string }> = {
  day: { label: "日期", type: "date" },
  week: { label: "哪一周", type: "week" },
  month: { label: "月份", type: "month" },
  quarter: { label: "季度里的一天", type: "date" },
  year: { label: "年里的一天", type: "date" },
};

/** the last of each kind that is over */
const lastOf = (kind: PeriodKind, today: CivilDate): PeriodKey => {
  if (kind === "holiday") return `${addDays(today, -7)}_${addDays(today, -1)}`;
  return keyOn(kind, addDays(periodOf(keyOn(kind, today)).from, -1));
};

/** what is typed is a key itself, or a day in it */
const typed = (kind: Plain, given: string): PeriodKey =>
  (kind === "quarter" || kind === "year") && readPeriod(given)?.kind === "day" ? keyOn(kind, given) : given;

const shown = (kind: Plain, key: PeriodKey): string =>
  kind === "quarter" || kind === "year" ? (readPeriod(key)?.from ?? key) : key;

/** beside the field: which one it was, one sees there */
const faultOf = (kind: Plain, key: string): string | null => {
  if (periodFault(key) === null) return null;
  return key === "" ? `还没有选${inputs[kind].label}。` : "请选 1900 年至 2199 年之间的。";
};

function Holiday({ value, set }: Pick<PeriodFieldProps, "value" | "set">) {
  const [first = "", last = ""] = value.split("_");
  const faults = holidayFaults(first, last);
  return (
    <>
      <Field label="第一天" fault={faults.first}>
        {(control) => (
          <Input {...control} type="date" value={first} onChange={({ target }) => set(`${target.value}_${last}`)} />
        )}
      </Field>
      <Field label="最后一天" fault={faults.last}>
        {(control) => (
          <Input {...control} type="date" value={last} onChange={({ target }) => set(`${first}_${target.value}`)} />
        )}
      </Field>
    </>
  );
}

const kindOf = (key: PeriodKey): PeriodKind => readPeriod(key)?.kind ?? (key.includes("_") ? "holiday" : "month");

export function PeriodField({ value, today, set }: PeriodFieldProps) {
  // what is half typed still belongs to the kind that was chosen
  const [chosen, choose] = useState(() => kindOf(value));
  const kind = readPeriod(value)?.kind ?? chosen;
  const change = (key: PeriodKey) => {
    choose(kind);
    set(key);
  };
  return (
    <>
      <Field label="报告种类">
        {(control) => (
          <Select
            {...control}
            value={kind}
            style={{ minWidth: 128 }}
            options={Object.entries(periodKinds).map(([key, label]) => ({ value: key as PeriodKind, label }))}
            onChange={(next) => {
              choose(next);
              set(lastOf(next, today));
            }}
          />
        )}
      </Field>
      {kind === "holiday" ? (
        <Holiday value={value} set={change} />
      ) : (
        <Field label={inputs[kind].label} fault={faultOf(kind, value)}>
          {(control) => (
            <Input
              {...control}
              type={inputs[kind].type}
              value={shown(kind, value)}
              onChange={({ target }) => change(typed(kind, target.value))}
            />
          )}
        </Field>
      )}
    </>
  );
}
