/** 月份: one month, never none; what the address says and is no month is told beside it. */
import { Input } from "antd";
import { isOfOurTime } from "../../domain/calendar/civil.ts";
import { isMonth } from "../../domain/calendar/month.ts";
import { periodName } from "../../domain/calendar/period.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";
import { Field } from "./Field.tsx";

/** 要看的月份: as it was asked for, and the one that is shown */
export interface MonthAsked {
  text: string;
  month: MonthKey;
}

/** The month that the address asks for; where it asks for none, the usual one. */
export const monthAsked = (text: string | undefined, usual: MonthKey): MonthAsked => ({
  text: text ?? usual,
  month: text !== undefined && isMonth(text) && isOfOurTime(text) ? text : usual,
});

interface MonthFieldProps {
  asked: MonthAsked;
  set(month: string): void;
  /** it stands beside a heading that says what it is of: its name is only read out */
  beside?: boolean;
}

export function MonthField({ asked: { text, month }, set, beside = false }: MonthFieldProps) {
  const fault = text === month ? null : `“${text}”不是月份，这里是${periodName(month)}的。请选一个月份。`;
  return (
    <Field label={beside ? "哪个月" : "月份"} unseen={beside} fault={fault}>
      {(control) => (
        <Input
          {...control}
          className="month"
          type="month"
          value={text}
          onChange={({ target }) => target.value && set(target.value)}
        />
      )}
    </Field>
  );
}
