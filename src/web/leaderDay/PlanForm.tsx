/** 安排接听日: which day, whose leader by his post, at which seat. */
import { Input } from "antd";
import { useState } from "react";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { Field } from "../ui/Field.tsx";
import { PickUnit } from "../ui/pickers.tsx";
import { Sending } from "../ui/Sending.tsx";
import { DAYS, type Day, type DayRow } from "./data.ts";

interface Given {
  date: string;
  unit: string | null;
  post: string;
  seat: string;
}

interface PlanFormProps {
  /** what is changed; null: a new one */
  before: DayRow | null;
  done(day: Day): void;
  close(): void;
}

const begin = (before: DayRow | null): Given => ({
  ...{ date: before?.date ?? "", unit: before?.unit ?? null },
  ...{ post: before?.post ?? "", seat: before?.seat ?? "" },
});

export function PlanForm({ before, done, close }: PlanFormProps) {
  const draft = useDraft<Given>(`leaderDay.${before?.id ?? "new"}`, begin(before));
  const [tried, setTried] = useState(false);
  const { date, unit, post, seat } = draft.value;
  const set = (change: Partial<Given>) => draft.set({ ...draft.value, ...change });
  const sent = useSend<Day>(DAYS, (day) => {
    draft.clear();
    done(day);
  });
  const lacks = (text: string | null, what: string) => (tried && (text ?? "").trim() === "" ? `还差${what}。` : null);
  const submit = () => {
    setTried(true);
    if ([date, unit ?? "", post, seat].some((text) => text.trim() === "")) return;
    const body = { date, unit, post: post.trim(), seat: seat.trim() };
    if (before?.version) sent.send({ path: `/leader-days/${before.id}/change`, body, version: before.version });
    else sent.send({ path: "/leader-days", body });
  };
  const words = before ? "改期" : "安排接听日";
  return (
    <form className="form in" aria-label={words} onSubmit={(event) => event.preventDefault()}>
      <div className="row fields">
        <Field label="哪一天" fault={lacks(date, "日期")}>
          {(control) => (
            <Input {...control} type="date" value={date} onChange={({ target }) => set({ date: target.value })} />
          )}
        </Field>
        <Field label="席位" hint="那里的话务员工号" fault={lacks(seat, "席位")}>
          {(control) => (
            <Input {...control} maxLength={50} value={seat} onChange={({ target }) => set({ seat: target.value })} />
          )}
        </Field>
      </div>
      <Field label="单位" fault={lacks(unit, "单位")}>
        {({ id }) => <PickUnit id={id} label="单位" value={unit} set={(next) => set({ unit: next })} />}
      </Field>
      <Field label="职务" hint="不写姓名" fault={lacks(post, "职务")}>
        {(control) => (
          <Input {...control} maxLength={50} value={post} onChange={({ target }) => set({ post: target.value })} />
        )}
      </Field>
      <Sending words={words} sent={sent} submit={submit} cancel={close} />
    </form>
  );
}
