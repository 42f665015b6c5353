/** 新诉求: taken down without a mouse, in the order in which people tell it. */
import { Checkbox, ConfigProvider, Input, Select } from "antd";
import { type ReactElement, useLayoutEffect, useRef, useState } from "react";
import { type Channel, channelNames } from "../../domain/request/request.ts";
import { clockAhead } from "../shell/clock.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Field } from "../ui/Field.tsx";
import { TypeAhead } from "../ui/TypeAhead.tsx";
import { when } from "../ui/when.ts";
import { type FieldName, type Given, labelOf, lacking } from "./given.ts";
import type { Change } from "./Matter.tsx";
import { readAloud } from "./readAloud.ts";
import { TypeChoice } from "./TypeChoice.tsx";
import { says } from "./words.ts";

interface IntakeFormProps {
  given: Given;
  change: Change;
  call: string | null;
  /** asked to hand it in before it was complete */
  tried: boolean;
  setComposes(composes: boolean): void;
  savedAt: number | null;
  promise: string | null;
  drop(): void;
}

type Control = { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean };

interface PartProps {
  name: FieldName;
  missing: readonly FieldName[];
  children(control: Control): ReactElement;
}

const Part = ({ name, missing, children }: PartProps) => (
  <div data-field={name}>
    <Field label={labelOf(name)} fault={missing.includes(name) ? `还差${labelOf(name)}。` : null}>
      {children}
    </Field>
  </div>
);

/** 不要了: asked twice, since nothing typed is thrown away by a slip. */
function Drop({ drop }: { drop(): void }) {
  const [asking, setAsking] = useState(false);
  if (!asking) return <Act words="清空" small onAct={() => setAsking(true)} />;
  const really = () => {
    setAsking(false);
    drop();
  };
  return (
    <span className="row">
      填的都不要了吗？
      <Act words="不要了" small danger onAct={really} />
      <Act words="留着" small onAct={() => setAsking(false)} />
    </span>
  );
}

const Registered = ({ number, isEarlier }: { number: string; isEarlier: boolean }) =>
  isEarlier ? (
    <p className="warning" role="alert">
      已登记为 {number}：登上的是先前送出的那一版，后来改的没有登上，要紧的请告诉派单员；请定它怎样结束。
    </p>
  ) : (
    <p className="warning">已登记为 {number}，内容不再改；请定它怎样结束。</p>
  );

function Saved({ at }: { at: number | null }) {
  const { platform } = useMe();
  return (
    <span className="end meta">
      {at === null ? "" : `草稿存于 ${when(new Date(at - clockAhead()).toISOString(), platform.zone)}`}
    </span>
  );
}

function People({ given, change, call }: Pick<IntakeFormProps, "given" | "change" | "call">) {
  return (
    <>
      <Field label="联系人">
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={100}
            placeholder="姓名或称呼"
            value={given.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        )}
      </Field>
      <Field label="联系电话">
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            inputMode="tel"
            maxLength={25}
            value={given.phone}
            onChange={({ target }) => change({ phone: target.value })}
          />
        )}
      </Field>
      {call === null ? (
        <Field label="从哪里来">
          {({ id }) => (
            <Select<Channel>
              id={id}
              value={given.channel}
              options={Object.entries(channelNames).map(([value, label]) => ({ value: value as Channel, label }))}
              onChange={(channel) => change({ channel })}
            />
          )}
        </Field>
      ) : null}
    </>
  );
}

export function IntakeForm({ given, change, call, tried, setComposes, savedAt, promise, drop }: IntakeFormProps) {
  const here = useRef<HTMLElement>(null);
  const missing = tried ? lacking(given, given.into ? "merge" : "dispatch") : [];
  const aloud = readAloud(given, promise);
  // it begins with what the caller says, before a key can have gone elsewhere
  useLayoutEffect(() => here.current?.querySelector("textarea")?.focus(), []);
  return (
    <section className="panel" aria-label="新诉求" ref={here}>
      <header>
        <h2>新诉求</h2>
        <span className="meta">Tab 下一项，Enter 选中</span>
        <Saved at={savedAt} />
        <Drop drop={drop} />
      </header>
      <ConfigProvider componentDisabled={given.made !== null}>
        <form className="form in sheet" aria-label="新诉求" onSubmit={(event) => event.preventDefault()}>
          {given.made ? <Registered number={given.made.number} isEarlier={given.isEarlier} /> : null}
          <Part name="text" missing={missing}>
            {(control) => (
              <Input.TextArea
                {...control}
                autoSize={{ minRows: 5, maxRows: 14 }}
                maxLength={4500}
                value={given.text}
                onChange={({ target }) => change({ text: target.value })}
                onCompositionStart={() => setComposes(true)}
                onCompositionEnd={() => setComposes(false)}
              />
            )}
          </Part>
          <Part name="type" missing={missing}>
            {(control) => <TypeChoice control={control} value={given.type} choose={(type) => change({ type })} />}
          </Part>
          <Part name="category" missing={missing}>
            {(control) => (
              <TypeAhead
                {...{ control, kind: "category", value: given.category, nothing: says.nothingLike }}
                placeholder="名称的一段或者拼音首字母"
                choose={(category) => change({ category })}
              />
            )}
          </Part>
          <Part name="place" missing={missing}>
            {(control) => (
              <TypeAhead
                {...{ control, kind: "place", value: given.place, nothing: says.nothingLike }}
                placeholder="区、街道、社区，旧名或者拼音首字母"
                choose={(place) => change({ place })}
              />
            )}
          </Part>
          <Field label="详细地址">
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                maxLength={200}
                placeholder="小区、楼栋、路口"
                value={given.address}
                onChange={({ target }) => change({ address: target.value })}
              />
            )}
          </Field>
          <div className="row ticks">
            <Checkbox checked={given.urgent} onChange={({ target }) => change({ urgent: target.checked })}>
              紧急
            </Checkbox>
            <Checkbox checked={given.confidential} onChange={({ target }) => change({ confidential: target.checked })}>
              保密，承办单位看不到当事人
            </Checkbox>
          </div>
          <People {...{ given, change, call }} />
          {aloud ? (
            <aside className="says" aria-label="提交前读给来电人听">
              <p className="meta">提交前读给来电人听</p>
              <p>{aloud}</p>
            </aside>
          ) : null}
        </form>
      </ConfigProvider>
    </section>
  );
}
