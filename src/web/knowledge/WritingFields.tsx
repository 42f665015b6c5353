/** 条目的各栏 */
import { Input } from "antd";
import type { ReactElement } from "react";
import { useMe } from "../shell/session.ts";
import { Field } from "../ui/Field.tsx";
import { PickUnit } from "../ui/pickers.tsx";
import type { Edition } from "./data.ts";

export interface Writing {
  title: string;
  answer: string;
  text: string;
  materials: string;
  unit: string | null;
  source: string;
  from: string;
  until: string;
  reason: string;
}

export const writingOf = ({ title, answer, text, materials, unit, source, from, until }: Edition): Writing => ({
  ...{ title, answer, text, materials: materials ?? "", unit, source, from, until: until ?? "" },
  reason: "",
});

/** as it is sent */
export const bodyOf = ({ materials, until, reason, ...writing }: Writing, isNew: boolean) => ({
  ...writing,
  materials: materials.trim() === "" ? null : materials,
  until: until || null,
  ...(isNew ? {} : { reason }),
});

type Name = Exclude<keyof Writing, "unit">;
type Kind = "line" | "words" | "long" | "date";

const fields: { name: Name; label: string; kind: Kind; optional?: boolean; hint?: string }[] = [
  { name: "title", label: "标题", kind: "line" },
  { name: "answer", label: "答复要点（读给来电人听）", kind: "words" },
  { name: "text", label: "全文", kind: "long" },
  { name: "materials", label: "办理材料，一行一样", kind: "words", optional: true, hint: "不用材料就空着。" },
  { name: "source", label: "来源（文件、通知、答复）", kind: "line" },
  { name: "from", label: "自哪天起有效", kind: "date" },
  { name: "until", label: "有效到哪天（含）", kind: "date", optional: true, hint: "空着就是长期有效。" },
  { name: "reason", label: "为什么要这一版", kind: "line" },
];

/** short ones stand beside each other */
const isShort = ({ kind }: { kind: Kind }) => kind === "date";

const shown = (isNew: boolean) => fields.filter(({ name }) => !isNew || name !== "reason");

/** 还缺的 */
export const missing = (writing: Writing, isNew: boolean): Name[] =>
  shown(isNew).flatMap(({ name, optional }) => (!optional && writing[name].trim() === "" ? [name] : []));

type Drawing = (control: object, value: string, set: (value: string) => void) => ReactElement;

const kinds: Record<Kind, Drawing> = {
  line: (control, value, set) => (
    <Input {...control} maxLength={200} value={value} onChange={({ target }) => set(target.value)} />
  ),
  words: (control, value, set) => (
    <Input.TextArea
      {...control}
      autoSize={{ minRows: 2, maxRows: 10 }}
      maxLength={5000}
      value={value}
      onChange={({ target }) => set(target.value)}
    />
  ),
  long: (control, value, set) => (
    <Input.TextArea
      {...control}
      autoSize={{ minRows: 6, maxRows: 24 }}
      maxLength={20_000}
      value={value}
      onChange={({ target }) => set(target.value)}
    />
  ),
  date: (control, value, set) => (
    <Input {...control} type="date" value={value} onChange={({ target }) => set(target.value)} />
  ),
};

interface WritingFieldsProps {
  writing: Writing;
  set(writing: Writing): void;
  isNew: boolean;
  lacks: readonly Name[];
}

export function WritingFields({ writing, set, isNew, lacks }: WritingFieldsProps) {
  const { role } = useMe();
  const field = ({ name, label, kind, hint }: (typeof fields)[number]) => (
    <Field key={name} label={label} fault={lacks.includes(name) ? `还差${label}。` : null} {...(hint ? { hint } : {})}>
      {(control) => kinds[kind](control, writing[name], (value) => set({ ...writing, [name]: value }))}
    </Field>
  );
  const all = shown(isNew);
  return (
    <>
      {all.filter((one) => !isShort(one)).map(field)}
      <div className="beside">
        {all.filter(isShort).map(field)}
        {role === "liaison" ? null : (
          <Field label="责任单位" hint="空着就是热线办自己。">
            {({ id }) => (
              <PickUnit id={id} label="责任单位" value={writing.unit} set={(unit) => set({ ...writing, unit })} />
            )}
          </Field>
        )}
      </div>
    </>
  );
}
