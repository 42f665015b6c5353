/** 逐日明细: a line a day, as many as one likes; they are what the totals are checked against. */
import { dayWords } from "../../domain/calendar/civil.ts";
import { daysOf } from "../../domain/calendar/month.ts";
import { Act } from "../ui/Act.tsx";
import type { Entry } from "../ui/entry.ts";
import { NumberField } from "../ui/NumberField.tsx";

/** 一天的各数 */
export const dayParts = [
  ["offered", "接听来电"],
  ["answered", "接通来电"],
  ["accepted", "受理诉求"],
  ["firstContact", "在线办结"],
] as const;

export type TypedDay = Record<(typeof dayParts)[number][0], Entry> & { date: string };

const empty = (date: string): TypedDay => ({ date, offered: null, answered: null, accepted: null, firstContact: null });

interface Props {
  month: string;
  days: TypedDay[];
  set(days: TypedDay[]): void;
}

export function DayFields({ month, days, set }: Props) {
  const there = new Set(days.map(({ date }) => date));
  const left = daysOf(month).filter((date) => !there.has(date));
  const change = (at: number, part: Partial<TypedDay>) =>
    set(days.map((day, index) => (index === at ? { ...day, ...part } : day)));
  return (
    <div className="form">
      {days.length > 0 ? (
        <div className="wide">
          <table className="days">
            <thead>
              <tr>
                <th scope="col">日期</th>
                {dayParts.map(([key, name]) => (
                  <th scope="col" key={key}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map((day, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a day may be there twice
                <tr key={`${day.date} ${at}`}>
                  <td>{dayWords(day.date)}</td>
                  {dayParts.map(([key, name]) => (
                    <td key={key}>
                      <NumberField
                        kind="count"
                        label={`${dayWords(day.date)}${name}`}
                        unseen
                        size="small"
                        value={day[key]}
                        set={(next) => change(at, { [key]: next })}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <div className="row">
        {left.length > 0 ? (
          <Act
            words={days.length === 0 ? "填逐日明细" : "再加一天"}
            small
            onAct={() => set([...days, empty(left[0]!)])}
          />
        ) : null}
        {left.length > 1 ? <Act words="列出其余各天" small onAct={() => set([...days, ...left.map(empty)])} /> : null}
        {days.length > 0 ? <Act words="去掉最后一天" small onAct={() => set(days.slice(0, -1))} /> : null}
        <span className="meta">可以不填；天天都填了，合计就与它对</span>
      </div>
    </div>
  );
}
