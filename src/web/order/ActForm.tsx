/** 一个动作的表单: what is typed is kept until it is done; sent twice it is done once. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Refused } from "../shell/ask.ts";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { Act } from "../ui/Act.tsx";
import { type Entry, numberIn } from "../ui/entry.ts";
import { Failure } from "../ui/Failure.tsx";
import { ActField } from "./ActField.tsx";
import type { Allowance, Order } from "./data.ts";
import { type FormField, fieldsOf, formOf, rangeOf } from "./forms.ts";

export type Values = Record<string, unknown>;

const isEmpty = (value: unknown) => value === undefined || value === null || value === "";

/** 填的 → 交的; null: nothing, or what can't be taken */
const givenOf = (field: FormField, value: unknown): unknown =>
  field.kind === "number" ? numberIn((value ?? null) as Entry, rangeOf(field)) : value;

/** 还缺什么 */
const missing = (fields: readonly FormField[], values: Values): FormField[] =>
  fields.filter((field) => !field.optional && isEmpty(givenOf(field, values[field.name])));

const sentOf = (fields: readonly FormField[], values: Values): Values => ({
  ...values,
  ...Object.fromEntries(fields.map((field) => [field.name, givenOf(field, values[field.name])])),
});

interface ActFormProps {
  order: Order;
  allowance: Allowance;
  /** what it begins with, where nothing was typed yet */
  given: Values;
  close(): void;
  done(said: string): void;
}

function useActing({ order, allowance, done }: ActFormProps) {
  const { noun, done: said } = formOf(allowance.action)!;
  const client = useQueryClient();
  const { send, error, busy, forget } = useSend<Order>(["order", "orders", "counts"]);
  const post = async (values: Values, clear: () => void) => {
    const changed = await send({ path: `/orders/${order.id}/${noun}`, body: values, version: order.version });
    if (changed === null) return;
    client.setQueryData(["order", order.id], changed);
    clear();
    done(said);
  };
  const newest = () => client.invalidateQueries({ queryKey: ["order", order.id] }).then(forget);
  return { post, newest, error, busy };
}

export function ActForm(props: ActFormProps) {
  const { order, allowance, given, close } = props;
  const { danger } = formOf(allowance.action)!;
  const fields = fieldsOf(allowance.action, order);
  const draft = useDraft<Values>(`${order.id}.${allowance.action}`, given);
  const [tried, setTried] = useState(false);
  const { post, newest, error, busy } = useActing(props);
  const lacks = missing(fields, draft.value);
  const here = useRef<HTMLFormElement>(null);
  useEffect(() => here.current?.querySelector<HTMLElement>("textarea, input, button")?.focus(), []);
  const submit = () => {
    setTried(true);
    if (lacks.length === 0) post(sentOf(fields, draft.value), draft.clear);
  };
  const stale = error instanceof Refused && error.problem.code === "versionConflict";
  return (
    <form className="form in" ref={here} aria-label={allowance.term} onSubmit={(event) => event.preventDefault()}>
      <h3>{allowance.term}</h3>
      {allowance.counted ? <p className="warning">{allowance.counted.sentence}</p> : null}
      {error ? (
        <Failure error={error} again={stale ? newest : submit} verb={stale ? "看最新情况，保留我填的" : "再试一次"} />
      ) : null}
      {fields.map((field) => (
        <ActField
          key={field.name}
          field={field}
          order={order}
          value={draft.value[field.name]}
          set={(value) => draft.set({ ...draft.value, [field.name]: value })}
          fault={tried && lacks.includes(field) ? `还差${field.label}。` : null}
        />
      ))}
      <div className="row">
        <Act words={allowance.term} press="Ctrl+Enter" primary danger={danger ?? false} busy={busy} onAct={submit} />
        <Act words="先不做" press="Esc" onAct={close} />
      </div>
    </form>
  );
}
