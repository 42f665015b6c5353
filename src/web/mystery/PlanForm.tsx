/** 排拨测: which platform, how many calls, how many raters; the days are drawn. */
import { Input, Radio, Select } from "antd";
import { useState } from "react";
import { useReports } from "../county/data.ts";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { type Entry, numberIn, type Range } from "../ui/entry.ts";
import { Field } from "../ui/Field.tsx";
import { NumberField } from "../ui/NumberField.tsx";
import { Sending } from "../ui/Sending.tsx";
import { type Month, MYSTERY } from "./data.ts";

interface Planning {
  county: string | null;
  calls: Entry;
  raters: number;
  seed: string;
}

/** a month has no more days */
const callsRange: Range = { kind: "count", least: 1, most: 31 };
const first: Planning = { county: null, calls: 4, raters: 1, seed: "" };

export function PlanForm({ month, done }: { month: string; done(words: string): void }) {
  const { data } = useReports(month);
  const draft = useDraft<Planning>(`mystery.plan.${month}`, first);
  const { county, raters, seed } = draft.value;
  const calls = numberIn(draft.value.calls, callsRange);
  const set = (part: Partial<Planning>) => draft.set({ ...draft.value, ...part });
  const [tried, setTried] = useState(false);
  const sent = useSend<Month>(MYSTERY, () => {
    draft.clear();
    setTried(false);
    done(`${county}的 ${calls} 通已排好，日子由种子抽出。`);
  });
  const submit = () => {
    setTried(true);
    if (county && calls)
      sent.send({ path: "/mystery-plans", body: { month, county, calls, raters, seed: seed || null } });
  };
  return (
    <section className="panel" aria-label="排拨测">
      <header>
        <h2>排一个平台的拨测</h2>
        <span className="meta">日子从剩下的各天里随机抽，平台看不到</span>
      </header>
      <form className="form in" aria-label="排拨测" onSubmit={(event) => event.preventDefault()}>
        <Field label="县级平台" fault={tried && !county ? "还没有选平台。" : null}>
          {(control) => (
            <Select
              {...control}
              placeholder="选一个平台"
              value={county}
              options={(data?.rows ?? []).map((row) => ({ value: row.county, label: row.county }))}
              onChange={(next) => set({ county: next })}
            />
          )}
        </Field>
        <div className="row fields">
          <NumberField
            {...callsRange}
            label="拨几通"
            lacks={tried ? "还差拨几通。" : null}
            value={draft.value.calls}
            set={(next) => set({ calls: next })}
          />
          <Field label="每通几个人评">
            {(control) => (
              <Radio.Group
                {...control}
                aria-label="每通几个人评"
                optionType="button"
                options={[
                  { value: 1, label: "一人" },
                  { value: 2, label: "两人" },
                ]}
                value={raters}
                onChange={({ target }) => set({ raters: target.value })}
              />
            )}
          </Field>
        </div>
        <Field label="种子（可以不写）" hint="不写就由系统给，记在计划里。">
          {(control) => (
            <Input {...control} maxLength={36} value={seed} onChange={({ target }) => set({ seed: target.value })} />
          )}
        </Field>
        <Sending words="排拨测" sent={sent} submit={submit} cancel={null} />
      </form>
    </section>
  );
}
