/** 期限的日子: the limit day by day, what doesn't count hatched, 调休 marked, today underlined, the last day named. */
import type { Order } from "./data.ts";

type Day = Order["days"][number];

const WEEK = "一二三四五六日";
const month = (date: string) => `${Number(date.slice(5, 7))}月${date.slice(8)}日`;
const OFF: Partial<Record<Day["kind"], string>> = { weekend: "周末，不计", holiday: "放假，不计" };

const dates = ({ from, to }: Day) =>
  from === to ? month(from) : `${month(from)}至${from.slice(0, 7) === to.slice(0, 7) ? `${to.slice(8)}日` : month(to)}`;

function wordsOf(day: Day): string {
  const { kind, from, to, no, last, weekday } = day;
  const on = from === to ? `周${WEEK[weekday - 1]} ` : "";
  if (kind === "start") return `${on}起算`;
  return `${on}${OFF[kind] ?? `第 ${no} 日${last ? "到期" : ""}`}`;
}

/** On a phone: '10 班', '今天 12'. */
function shortOf({ kind, from, makeUp, today }: Day): string {
  if (kind in OFF) return kind === "holiday" ? "放假" : "周末";
  return `${today ? "今天 " : ""}${Number(from.slice(8))}${makeUp ? " 班" : ""}`;
}

export const DayStrip = ({ days }: { days: Order["days"] }) =>
  days.length === 0 ? null : (
    <ol className="days" aria-label="期限的日子">
      {days.map((day) => (
        <li
          key={day.from}
          className={[day.kind in OFF ? "off" : "", day.last ? "last" : "", day.today ? "today" : ""].join(" ")}
          aria-current={day.today ? "date" : undefined}
        >
          <span className="short" aria-hidden="true">
            {shortOf(day)}
          </span>
          <span className="date">
            {dates(day)}
            {day.makeUp ? <span className="make-up">班</span> : null}
            {day.today ? "　今天" : ""}
          </span>
          <span className="meta">{wordsOf(day)}</span>
        </li>
      ))}
    </ol>
  );
