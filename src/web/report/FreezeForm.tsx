/** 定稿: which period, what date stands below, and what a further edition sets right. */
import { Input } from "antd";
import { periodFault } from "../../domain/calendar/period.ts";
import { lastMonth, todayIn } from "../shell/clock.ts";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Field } from "../ui/Field.tsx";
import { LineField } from "../ui/LineField.tsx";
import { refusedAs, Sending } from "../ui/Sending.tsx";
import { type Edition, REPORTS } from "./data.ts";
import { PeriodField } from "./PeriodField.tsx";

interface FreezeFormProps {
  /** of this month; without one it is asked for */
  month?: string;
  done(edition: Edition): void;
  /** where its draft is to be had */
  draft?(month: string): void;
}

export function FreezeForm({ month: given, done, draft: open }: FreezeFormProps) {
  const { zone } = useMe().platform;
  const draft = useDraft(given ? `report.freeze.${given}` : "report.freeze", {
    month: lastMonth(zone),
    dated: todayIn(zone),
    correction: "",
  });
  const { dated, correction } = draft.value;
  const month = given ?? draft.value.month;
  const sent = useSend<Edition>(REPORTS, (edition) => {
    draft.clear();
    done(edition);
  });
  const isPeriod = periodFault(month) === null;
  const submit = () => {
    if (!isPeriod) return;
    sent.send({
      path: "/report-editions",
      body: { month, dated: dated || null, correction: correction.trim() || null },
    });
  };
  const lacks = refusedAs(sent.error) === "correctionMissing" && correction.trim() === "";
  return (
    <form className="form in" aria-label="定稿" onSubmit={(event) => event.preventDefault()}>
      <div className="row fields">
        {given ? null : (
          <PeriodField value={month} today={todayIn(zone)} set={(next) => draft.set({ ...draft.value, month: next })} />
        )}
        <Field label="落款日期">
          {(control) => (
            <Input
              {...control}
              type="date"
              value={dated}
              onChange={({ target }) => draft.set({ ...draft.value, dated: target.value })}
            />
          )}
        </Field>
      </div>
      <LineField
        label="更正说明"
        hint="这一期已经签发过，才要写：这一版更正什么。"
        fault={lacks ? "还差更正说明。" : null}
        value={correction}
        set={(next) => draft.set({ ...draft.value, correction: next })}
      />
      {open ? (
        <div className="row">
          <Act words="先看、改底稿" small grey={isPeriod ? null : "请先选好时段。"} onAct={() => open(month)} />
        </div>
      ) : null}
      <Sending words="定稿" sent={sent} submit={submit} cancel={null} hopeless={lacks} />
    </form>
  );
}
