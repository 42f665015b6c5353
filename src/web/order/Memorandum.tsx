/** 写入派单目录: what a 会商 decided becomes a row of the directory, from a day on, here or everywhere. */
import { Checkbox, Input } from "antd";
import { useId } from "react";
import { todayIn } from "../shell/clock.ts";
import { useMe } from "../shell/session.ts";
import { PickPlace } from "../ui/pickers.tsx";

export interface Entry {
  from: string;
  place?: string | null;
}

interface MemorandumProps {
  id: string;
  value: Entry | null;
  set(value: Entry | null): void;
}

export function Memorandum({ id, value, set }: MemorandumProps) {
  const { platform } = useMe();
  const [from, place] = [useId(), useId()];
  const today = todayIn(platform.zone);
  return (
    <div className="stack">
      <Checkbox
        id={id}
        checked={Boolean(value)}
        onChange={({ target }) => set(target.checked ? { from: today, place: null } : null)}
      >
        以后同一小类照此派单，以会议备忘录为依据
      </Checkbox>
      {value ? (
        <div className="entry">
          <label htmlFor={from}>自哪天起</label>
          <Input
            id={from}
            type="date"
            min={today}
            value={value.from}
            onChange={({ target }) => set({ ...value, from: target.value })}
          />
          <label htmlFor={place}>只限哪里</label>
          <PickPlace
            id={place}
            label="只限哪里，空着是全市"
            value={value.place ?? null}
            set={(next) => set({ ...value, place: next })}
          />
          <p className="meta">空着是全市。写入后不能改，只能以后另写一行。</p>
        </div>
      ) : null}
    </div>
  );
}
