/** 规则库: rows of some kinds as they hold on a day, what each says and where it comes from, and the form for the next version. */
import { Input, Select } from "antd";
import { useState } from "react";
import { dateWords } from "../../domain/calendar/civil.ts";
import type { RuleKind } from "../../domain/rule/rulebook.ts";
import { usePlace } from "../shell/place.ts";
import { Act } from "../ui/Act.tsx";
import { type Column, Listing } from "../ui/Listing.tsx";
import { RuleForm } from "./RuleForm.tsx";
import { RulePane } from "./RulePane.tsx";
import type { Rule } from "./ruleData.ts";
import { keysMade, type RuleField, ruleFields } from "./ruleFields.ts";
import { ruleKindNameOf } from "./ruleWords.ts";

const columnsOf = (kind: RuleKind): Column<Rule>[] => [
  ...(keysMade[kind]
    ? [{ head: "代码", cell: ({ key }: Rule) => <span className="key">{key}</span>, width: "84px" }]
    : []),
  {
    head: ruleKindNameOf(kind),
    cell: ({ title, value, assumption }) => (
      <>
        {title} {value.retired ? <span className="tag">已停用</span> : null}
        {assumption ? <span className="tag amber">假定</span> : null}
      </>
    ),
  },
  { head: "自", cell: ({ from }) => dateWords(from), width: "124px" },
  { head: "出处", cell: ({ source }) => <span className="one-line">{source}</span>, width: "24%" },
];

const NEW = "new";

/** a table wants the width of the page while it is written in */
const hasTable = (kind: RuleKind): boolean => ruleFields[kind].some(isTable);
const isTable = ({ kind, fields = [] }: RuleField): boolean => kind === "table" || fields.some(isTable);

export function RuleDesk({ kinds }: { kinds: readonly RuleKind[] }) {
  const [place, go] = usePlace();
  const kind = kinds.find((one) => one === place.kind) ?? kinds[0]!;
  const { key, q, on, write } = place;
  const [rows, setRows] = useState<Rule[]>([]);
  const [said, setSaid] = useState("");
  const rule = rows.find((one) => one.key === key) ?? null;
  const done = (words: string, made: string) => {
    setSaid(words);
    go({ write: undefined, key: made });
  };
  const close = () => go({ write: undefined });
  return (
    <>
      <section className="panel" aria-label={ruleKindNameOf(kind)}>
        <header>
          {kinds.length > 1 ? (
            <Select
              className="narrow"
              aria-label="规则的种类"
              options={kinds.map((one) => ({ value: one, label: ruleKindNameOf(one) }))}
              value={kind}
              onChange={(next) => go({ kind: next, key: undefined, q: undefined, write: undefined })}
            />
          ) : (
            <h2>{ruleKindNameOf(kind)}</h2>
          )}
          <Input
            className="narrow"
            aria-label="名称或代码里的字"
            placeholder="名称或代码"
            allowClear
            value={q ?? ""}
            onChange={({ target }) => go({ q: target.value || undefined })}
          />
          <span className="second">有效于</span>
          <Input
            className="date"
            aria-label="看哪天有效的"
            type="date"
            value={on ?? ""}
            onChange={({ target }) => go({ on: target.value || undefined })}
          />
          {keysMade[kind] ? (
            <span className="end">
              <Act words={`新增${ruleKindNameOf(kind)}`} onAct={() => go({ write: NEW, key: undefined })} />
            </span>
          ) : null}
        </header>
        <Listing<Rule>
          key={kind}
          idOf={(row) => row.key}
          noun="rules"
          path="/rules"
          query={{ kind, q, on }}
          what={ruleKindNameOf(kind)}
          columns={columnsOf(kind)}
          empty={
            q || on ? (
              <>
                没有符合条件的。 <Act words="清除筛选" small onAct={() => go({ q: undefined, on: undefined })} />
              </>
            ) : (
              `还没有${ruleKindNameOf(kind)}。`
            )
          }
          open={(row) => go({ key: row.key, write: undefined })}
          opened={key ?? null}
          onRows={setRows}
        />
      </section>
      <section className={write && hasTable(kind) ? "stack whole" : "stack"} aria-label="这一项">
        <p role="status" className={said ? "told" : undefined}>
          {said}
        </p>
        {write === NEW && keysMade[kind] ? (
          <RuleForm key={`${kind} ${NEW}`} kind={kind} before={null} done={done} close={close} />
        ) : null}
        {rule && write === "yes" ? (
          <RuleForm key={`${kind} ${rule.key}`} kind={kind} before={rule} done={done} close={close} />
        ) : null}
        {rule && !write ? <RulePane kind={kind} rule={rule} write={() => go({ write: "yes" })} /> : null}
        {rule || write === NEW ? null : <p className="panel empty">从清单里选一项，看它现在怎么说、凭什么。</p>}
      </section>
    </>
  );
}
