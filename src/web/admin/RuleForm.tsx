/** 新增一版: what holds from a day on, by whose decision; what was said before stays. */
import { Checkbox, Input } from "antd";
import { useState } from "react";
import { dateWords } from "../../domain/calendar/civil.ts";
import type { RuleKind } from "../../domain/rule/rulebook.ts";
import { CardTrial } from "../score/CardTrial.tsx";
import { useDraft } from "../shell/draft.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Field } from "../ui/Field.tsx";
import { RuleFields } from "./RuleInput.tsx";
import type { Rule } from "./ruleData.ts";
import { keysMade, type RuleField, ruleFields } from "./ruleFields.ts";
import { cleaned, lacking, ruleKindNameOf, untriedWords, type Values } from "./ruleWords.ts";
import { useAdminSend } from "./sending.ts";
import { Trial } from "./Trial.tsx";

interface RuleFormProps {
  kind: RuleKind;
  /** what it follows; null: nothing of that key was said yet */
  before: Rule | null;
  done(said: string, key: string): void;
  close(): void;
}

interface Version {
  key: string;
  from: string;
  until: string;
  source: string;
  assumption: boolean;
  correction: boolean;
  value: Values;
}

const first = (before: Rule | null): Version => ({
  ...{ key: before?.key ?? "", from: "", until: "", source: "", assumption: false, correction: false },
  value: before?.value ?? {},
});

/** 交的 */
const rowOf = (kind: RuleKind, fields: readonly RuleField[], version: Version) => ({
  ...{ kind, key: version.key.trim(), from: version.from, until: version.until || null },
  ...{ source: version.source.trim(), assumption: version.assumption, correction: version.correction },
  value: cleaned(fields, version.value),
});

/** 还不能试算的原因; its source may come later */
const untried = ({ key, from, value }: Version, fields: readonly RuleField[]): string | null =>
  untriedWords(fields, value, [...(key.trim() === "" ? ["代码"] : []), ...(from === "" ? ["自哪天起"] : [])]);

/** from when, until when, by whom */
function Dated({ version, set, tried }: { version: Version; set(change: Partial<Version>): void; tried: boolean }) {
  const { from, until, source, assumption, correction } = version;
  return (
    <>
      <Field label="自哪天起" fault={tried && from === "" ? "还差自哪天起。" : null}>
        {(control) => (
          <Input {...control} type="date" value={from} onChange={({ target }) => set({ from: target.value })} />
        )}
      </Field>
      <Field label="到哪天（不含）为止" hint="不写：一直有效，直到下一版">
        {(control) => (
          <Input {...control} type="date" value={until} onChange={({ target }) => set({ until: target.value })} />
        )}
      </Field>
      <Field label="出处" hint="文件、会议纪要、谁的决定" fault={tried && source.trim() === "" ? "还差出处。" : null}>
        {(control) => (
          <Input {...control} maxLength={200} value={source} onChange={({ target }) => set({ source: target.value })} />
        )}
      </Field>
      <Checkbox checked={assumption} onChange={({ target }) => set({ assumption: target.checked })}>
        没有公布的规定，是假定的
      </Checkbox>
      <Checkbox checked={correction} onChange={({ target }) => set({ correction: target.checked })}>
        更正过去：可以早于今天，以前的数字会重新算
      </Checkbox>
    </>
  );
}

export function RuleForm({ kind, before, done, close }: RuleFormProps) {
  const fields = ruleFields[kind];
  const draft = useDraft<Version>(`admin.rule.${kind}.${before?.key ?? ""}`, first(before));
  const { send, error, busy } = useAdminSend<object>(["rules", "history"]);
  const [tried, setTried] = useState(false);
  const version = draft.value;
  const set = (change: Partial<Version>) => draft.set({ ...version, ...change });
  const missing = tried ? lacking(fields, version.value) : [];
  const key = version.key.trim();
  const submit = async () => {
    setTried(true);
    const { from, source, value } = version;
    if (key === "" || from === "" || source.trim() === "" || lacking(fields, value).length > 0) return;
    if (!(await send("/rules", rowOf(kind, fields, version)))) return;
    draft.clear();
    done(`已新增一版，自${dateWords(from)}起。`, key);
  };
  const made = keysMade[kind];
  return (
    <form className="panel in form" aria-label="新增一版" onSubmit={(event) => event.preventDefault()}>
      <h2>{before ? `新增一版：${before.title}` : `新增${ruleKindNameOf(kind)}`}</h2>
      {error ? <Failure error={error} /> : null}
      {before === null && made ? (
        <Field label={made.label} hint={made.hint} fault={tried && key === "" ? `还差${made.label}。` : null}>
          {(control) => (
            <Input
              {...control}
              maxLength={100}
              value={version.key}
              onChange={({ target }) => set({ key: target.value })}
            />
          )}
        </Field>
      ) : null}
      <RuleFields fields={fields} value={version.value} set={(value) => set({ value })} missing={missing} />
      <Dated version={version} set={set} tried={tried} />
      <div className="row tried">
        <Act words="新增这一版" press="Ctrl+Enter" primary busy={busy} onAct={submit} />
        {kind === "scorecard" ? (
          <CardTrial value={cleaned(fields, version.value)} lacks={untried({ ...version, from: "now" }, fields)} />
        ) : (
          <Trial row={rowOf(kind, fields, version)} lacks={untried(version, fields)} />
        )}
        <Act words="先不做" press="Esc" onAct={close} />
        <span className="meta">以前的各版都留着，旧的月份照旧的算。</span>
      </div>
    </form>
  );
}
