/** 评分表: a digit chooses the level of the item one is at, Tab goes on, Ctrl+Enter hands it in and opens the next. */
import { Radio } from "antd";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useDraft } from "../shell/draft.ts";
import { composing } from "../shell/keys.ts";
import { useSend } from "../shell/send.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { WordsField } from "../ui/WordsField.tsx";
import { INSPECTION, points, type Sample } from "./data.ts";

type Sheet = NonNullable<Sample["sheet"]>;
type Item = Sheet["items"][number];

interface ItemFieldProps {
  item: Item;
  level: number | undefined;
  set(level: number): void;
  fault: boolean;
}

/** '1'…'9': also where an input method sends full-width digits */
const digitOf = ({ code, key }: KeyboardEvent): number => Number(/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? key);

function ItemField({ item, level, set, fault }: ItemFieldProps) {
  const id = useId();
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (composing(event.nativeEvent) || event.ctrlKey || event.altKey || event.metaKey) return;
    const digit = digitOf(event);
    if (!(digit >= 1 && digit <= item.levels.length)) return;
    event.preventDefault();
    set(digit);
    // from the one that is chosen Tab leaves the group, from another it goes to that one first
    event.currentTarget.querySelectorAll("input")[digit - 1]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the digit goes to the group of radios within
    <div className="field item" onKeyDown={press}>
      <span className="label" id={id}>
        <strong>{item.name}</strong> <span className="meta">{item.words}</span>
      </span>
      <Radio.Group
        aria-labelledby={id}
        value={level ?? null}
        onChange={({ target }) => set(target.value)}
        options={item.levels.map((one, at) => ({
          value: at + 1,
          label: `${at + 1} ${one.words} ${points(one.points)}分`,
        }))}
      />
      {fault ? <p className="fault">还没有评{item.name}。</p> : null}
    </div>
  );
}

interface Scoring {
  levels: Record<string, number>;
  note: string;
}

const sumOf = ({ items }: Sheet, levels: Scoring["levels"]) =>
  items.reduce((sum, { key, levels: known }) => sum + (known[(levels[key] ?? 0) - 1]?.points ?? 0), 0);

const fullOf = ({ items }: Sheet) => items.reduce((sum, { levels }) => sum + levels[0]!.points, 0);

interface SheetFormProps {
  sample: Sample;
  sheet: Sheet;
  done(): void;
}

export function SheetForm({ sample, sheet, done }: SheetFormProps) {
  const draft = useDraft<Scoring>(`sample.${sample.id}`, { levels: {}, note: "" });
  const { levels, note } = draft.value;
  const [tried, setTried] = useState(false);
  const here = useRef<HTMLFormElement>(null);
  useEffect(() => here.current?.querySelector<HTMLElement>("input")?.focus(), []);
  const sent = useSend(INSPECTION, () => {
    draft.clear();
    done();
  });
  const lacks = sheet.items.filter(({ key }) => levels[key] === undefined);
  const submit = () => {
    setTried(true);
    if (lacks.length === 0)
      sent.send({ path: `/inspection-samples/${sample.id}/score`, body: { levels, note: note || null } });
  };
  return (
    <form
      ref={here}
      className="panel sheet"
      aria-label="评分"
      onSubmit={(event) => event.preventDefault()}
      autoComplete="off"
    >
      <header>
        <h2>{sheet.name}</h2>
        {sheet.assumption ? <span className="tag amber">假定的表，请在规则库里换成本地的</span> : null}
        <span className="end meta">数字键定档，Tab 下一项</span>
      </header>
      <div className="form in">
        {sheet.items.map((item) => (
          <ItemField
            key={item.key}
            item={item}
            level={levels[item.key]}
            set={(level) => draft.set({ ...draft.value, levels: { ...levels, [item.key]: level } })}
            fault={tried && levels[item.key] === undefined}
          />
        ))}
        <WordsField
          label="扣分说明（可以不写）"
          value={note}
          set={(next) => draft.set({ ...draft.value, note: next })}
        />
        {sent.error ? <Failure error={sent.error} again={submit} /> : null}
        <div className="row">
          <strong className="sum">
            {points(sumOf(sheet, levels))} / {points(fullOf(sheet))} 分
          </strong>
          <span className="meta" role="status">
            {lacks.length > 0 ? `还差 ${lacks.length} 项` : "各项都评了"}
          </span>
          <Act words="提交并下一件" press="Ctrl+Enter" primary busy={sent.busy} onAct={submit} />
        </div>
      </div>
    </form>
  );
}
