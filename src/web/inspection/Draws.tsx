/** 抽样: how to draw, and what was drawn with which seed. */
import { Input, Radio } from "antd";
import { useState } from "react";
import { dateWords } from "../../domain/calendar/civil.ts";
import { firstDay, lastDay } from "../../domain/calendar/month.ts";
import { drawRules, rulesFor, type SampleOf, sampleNames } from "../../domain/inspection/draw.ts";
import { actorWords } from "../order/actorWords.ts";
import { lastMonth } from "../shell/clock.ts";
import { useDraft } from "../shell/draft.ts";
import { usePlace } from "../shell/place.ts";
import { useSend } from "../shell/send.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { type Entry, numberIn, type Range } from "../ui/entry.ts";
import { Failure } from "../ui/Failure.tsx";
import { Field } from "../ui/Field.tsx";
import { type Column, Listing } from "../ui/Listing.tsx";
import { NumberField } from "../ui/NumberField.tsx";
import { count } from "../ui/number.ts";
import { when } from "../ui/when.ts";
import { type Draw, INSPECTION } from "./data.ts";

interface Drawing {
  of: SampleOf;
  rule: string;
  from: string;
  until: string;
  count: Entry;
  seed: string;
}

const countRange: Range = { kind: "count", least: 1, most: 200 };

function firstDrawing(zone: string): Drawing {
  const month = lastMonth(zone);
  return { of: "call", rule: "random", from: firstDay(month), until: lastDay(month), count: 20, seed: "" };
}

function How({ value, set }: { value: Drawing; set(value: Drawing): void }) {
  return (
    <>
      <Field label="抽什么">
        {(control) => (
          <Radio.Group
            {...control}
            aria-label="抽什么"
            optionType="button"
            options={Object.entries(sampleNames).map(([of, label]) => ({ value: of, label }))}
            value={value.of}
            onChange={({ target }) => set({ ...value, of: target.value, rule: "random" })}
          />
        )}
      </Field>
      <Field label="怎样抽">
        {(control) => (
          <Radio.Group
            {...control}
            aria-label="怎样抽"
            options={rulesFor[value.of].map((rule) => ({ value: rule, label: drawRules[rule] }))}
            value={value.rule}
            onChange={({ target }) => set({ ...value, rule: target.value })}
          />
        )}
      </Field>
    </>
  );
}

function DrawForm() {
  const { zone } = useMe().platform;
  const draft = useDraft<Drawing>("draw", firstDrawing(zone));
  const value = draft.value;
  const set = draft.set;
  const [said, setSaid] = useState("");
  const sent = useSend<Draw>(INSPECTION, ({ drawn, found, seed }) => {
    draft.clear();
    setSaid(`合乎条件的 ${count(found)} 件，抽出 ${count(drawn)} 件，种子 ${seed}。到“待评”里去评。`);
  });
  const many = numberIn(value.count, countRange);
  const submit = () => {
    if (many === null) return;
    sent.send({ path: "/inspection-draws", body: { ...value, count: many, seed: value.seed || null } });
  };
  return (
    <form className="panel" aria-label="抽样" onSubmit={(event) => event.preventDefault()}>
      <header>
        <h2>抽一批</h2>
      </header>
      <div className="form in">
        <p role="status" className={said ? "told" : "unseen"}>
          {said}
        </p>
        <How value={value} set={set} />
        <div className="row fields">
          <Field label="自（来电或派发的日期）">
            {(control) => (
              <Input
                {...control}
                type="date"
                value={value.from}
                onChange={({ target }) => set({ ...value, from: target.value })}
              />
            )}
          </Field>
          <Field label="到（含）">
            {(control) => (
              <Input
                {...control}
                type="date"
                value={value.until}
                onChange={({ target }) => set({ ...value, until: target.value })}
              />
            )}
          </Field>
          <NumberField
            {...countRange}
            label="抽多少件"
            lacks="还差抽多少件。"
            value={value.count}
            set={(next) => set({ ...value, count: next })}
          />
        </div>
        <Field label="种子（可以不写）" hint="同一种子、同一时段抽出的一样；不写就由系统给，记在抽样的记录里。">
          {(control) => (
            <Input
              {...control}
              maxLength={36}
              value={value.seed}
              onChange={({ target }) => set({ ...value, seed: target.value })}
            />
          )}
        </Field>
        {sent.error ? <Failure error={sent.error} again={submit} /> : null}
        <div className="row">
          <Act words="抽样" press="Ctrl+Enter" primary busy={sent.busy} onAct={submit} />
        </div>
      </div>
    </form>
  );
}

const columnsFor = (zone: string): Column<Draw>[] => [
  {
    head: "抽样",
    cell: ({ of, ruleName, from, until, by, at, seed }) => (
      <>
        {sampleNames[of]}，{ruleName}，{dateWords(from)}至{dateWords(until)}
        <span className="meta line">
          {when(at, zone)}　{actorWords(by)}　种子 {seed}
        </span>
      </>
    ),
  },
  { head: "可抽", cell: ({ found }) => count(found), number: true, width: "72px" },
  { head: "抽出", cell: ({ drawn }) => count(drawn), number: true, width: "72px" },
  { head: "已评", cell: ({ scored }) => count(scored), number: true, width: "72px" },
];

export function Draws({ may }: { may: boolean }) {
  const { zone } = useMe().platform;
  const [, go] = usePlace();
  return (
    <div className="columns draws">
      {may ? <DrawForm /> : <p className="panel empty">抽样由质检员和热线办做，这里可以看。</p>}
      <section className="panel" aria-label="抽过的">
        <header>
          <h2>抽过的</h2>
          <span className="meta">抽过的来电和工单不再抽</span>
        </header>
        <Listing<Draw>
          noun="draws"
          path="/inspection-draws"
          query={{}}
          what="抽过的"
          columns={columnsFor(zone)}
          empty="还没有抽过。"
          open={() => go({ queue: "waiting" })}
        />
      </section>
    </div>
  );
}
