/** 评分: when it was phoned, the sheet, a note; given once. */
import { Input } from "antd";
import { localTime, startOfDay } from "../../domain/calendar/zone.ts";
import { serverNow } from "../shell/clock.ts";
import { useMe } from "../shell/session.ts";
import { Field } from "../ui/Field.tsx";
import { WordsField } from "../ui/WordsField.tsx";
import { CallForm, type FormProps } from "./CallForm.tsx";
import { nothingTyped, ratingOf, type Typed } from "./data.ts";
import { SheetFields } from "./SheetFields.tsx";

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

export function RateForm(form: FormProps) {
  const { call } = form;
  const { zone } = useMe().platform;
  const now = localTime(serverNow(), zone).replace(" ", "T");
  const bodyOf = ({ calledAt, note, ...typed }: Rating) => {
    const [rating, at] = [ratingOf(typed, call.full), instantOf(calledAt, zone)];
    return rating === null || at === null ? null : { ...rating, calledAt: at, note: note.trim() || null };
  };
  return (
    <CallForm<Rating>
      {...form}
      term="评分"
      meta={call.state === "apart" ? "两人评的相差太远，请复评：以这一次为准" : "评过的不能改；别人的评过才看得到"}
      words="提交评分"
      noun="ratings"
      first={{ ...nothingTyped, calledAt: now, note: "" }}
      said="评分已收下。"
      bodyOf={bodyOf}
    >
      {({ value, set, tried }) => (
        <>
          <Field
            label="拨打的时刻"
            fault={tried && instantOf(value.calledAt, zone) === null ? "还差拨打的时刻。" : null}
          >
            {(control) => (
              <Input
                {...control}
                type="datetime-local"
                value={value.calledAt}
                onChange={({ target }) => set({ ...value, calledAt: target.value })}
              />
            )}
          </Field>
          <SheetFields full={call.full} value={value} set={(typed) => set({ ...value, ...typed })} tried={tried} />
          <WordsField label="说明（可以不写）" value={value.note} set={(note) => set({ ...value, note })} />
        </>
      )}
    </CallForm>
  );
}
