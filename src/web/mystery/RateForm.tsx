/** 评分: when it was phoned, the sheet, a note; given once. */
import { Input } from "antd";
import { useState } from "react";
import { localTime, startOfDay } from "../../domain/calendar/zone.ts";
import { serverNow } from "../shell/clock.ts";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { useMe } from "../shell/session.ts";
import { Field } from "../ui/Field.tsx";
import { Sending } from "../ui/Sending.tsx";
import { WordsField } from "../ui/WordsField.tsx";
import { type Call, MYSTERY, nothingTyped, ratingOf, type Typed } from "./data.ts";
import { SheetFields } from "./SheetFields.tsx";

export interface FormProps {
  call: Call;
  done(words: string): void;
  /** somebody was faster: reads it again and keeps what is typed */
  newest(): void;
}

interface Rating extends Typed {
  /** '2022-11-03T09:05', as a clock on the wall shows it */
  calledAt: string;
  note: string;
}

/** of a wall's clock in the hotline's zone */
function instantOf(wall: string, zone: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(wall);
  if (!match) return null;
  const [, date, hours, minutes] = match;
  return new Date(startOfDay(date!, zone) + (Number(hours) * 60 + Number(minutes)) * 60_000).toISOString();
}

export function RateForm({ call, done, newest }: FormProps) {
  const { zone } = useMe().platform;
  const now = localTime(serverNow(), zone).replace(" ", "T");
  const draft = useDraft<Rating>(`mystery.rate.${call.id}`, { ...nothingTyped, calledAt: now, note: "" });
  const { calledAt, note, ...typed } = draft.value;
  const [tried, setTried] = useState(false);
  const sent = useSend<Call>(MYSTERY, () => {
    draft.clear();
    done("评分已收下。");
  });
  const [rating, at] = [ratingOf(typed), instantOf(calledAt, zone)];
  const submit = () => {
    setTried(true);
    if (rating === null || at === null) return;
    const body = { ...rating, calledAt: at, note: note.trim() || null };
    sent.send({ path: `/mystery-calls/${call.id}/ratings`, body, version: call.version });
  };
  return (
    <section className="panel" aria-label="评分">
      <header>
        <h2>评分</h2>
        <span className="meta">
          {call.state === "apart" ? "两人评的相差太远，请复评：以这一次为准" : "评过的不能改；别人的评过才看得到"}
        </span>
      </header>
      <form className="form in" aria-label="评分" onSubmit={(event) => event.preventDefault()} autoComplete="off">
        <Field label="拨打的时刻" fault={tried && at === null ? "还差拨打的时刻。" : null}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={calledAt}
              onChange={({ target }) => draft.set({ ...draft.value, calledAt: target.value })}
            />
          )}
        </Field>
        <SheetFields
          full={call.full}
          value={typed}
          set={(value) => draft.set({ ...draft.value, ...value })}
          tried={tried}
        />
        <WordsField label="说明（可以不写）" value={note} set={(next) => draft.set({ ...draft.value, note: next })} />
        <Sending
          words="提交评分"
          sent={sent}
          submit={submit}
          cancel={null}
          newest={() => {
            newest();
            sent.forget();
          }}
        />
      </form>
    </section>
  );
}
