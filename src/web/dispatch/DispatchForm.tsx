/** 派发: the proposal taken with one key, or another unit; the limits are said before it is sent. */

import { Checkbox } from "antd";
import { type ReactNode, useId } from "react";
import type { Order, Request } from "../order/data.ts";
import { Refused } from "../shell/ask.ts";
import { useDraft } from "../shell/draft.ts";
import { useKeys } from "../shell/keys.ts";
import { inOwnKeys } from "../shell/ownKeys.ts";
import { useSend } from "../shell/send.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Field } from "../ui/Field.tsx";
import { LineField } from "../ui/LineField.tsx";
import { PickUnit, PickUnits } from "../ui/pickers.tsx";
import { Ground } from "./Ground.tsx";
import type { Proposal } from "./proposals.ts";
import { bodyOf, type Choice, unitOf } from "./sending.ts";

interface DispatchFormProps {
  request: Request;
  proposal: Proposal | null;
  /** something else has the keyboard */
  paused: boolean;
  /** what else may be done with it */
  others: ReactNode;
  newest(): void;
  done(said: string): void;
}

/** the interface takes no more */
const MOST_ASSISTING = 20;

/** 期限: before it is sent, since nobody may say afterwards that it wasn't known */
function Limits({ limits, complex }: { limits: Proposal["limits"]; complex: boolean }) {
  return (
    <dl className="facts" aria-label="期限">
      <dt>签收</dt>
      <dd>{limits.acknowledge.words}</dd>
      <dt>办结</dt>
      <dd>
        签收后 <strong>{(complex ? limits.resolveComplex : limits.resolve).words}</strong>
      </dd>
    </dl>
  );
}

export function DispatchForm({ request, proposal, paused, others, newest, done }: DispatchFormProps) {
  const draft = useDraft<Choice>(`dispatch.${request.id}`, {});
  const set = (change: Choice) => draft.set({ ...draft.value, ...change });
  const lead = useId();
  const body = bodyOf(draft.value, proposal);
  const { send, error, busy } = useSend<Order>(["requests", "request", "orders", "counts"], (order) => {
    draft.clear();
    done(`已派给${order.leadName}，工单 ${order.number}。`);
  });
  const refused = request.allowed.find(({ action }) => action === "dispatch");
  const settled = refused && !refused.allowed ? `${refused.sentence ?? ""}${refused.next ?? ""}` : null;
  const grey = settled ?? (body === null ? "还差主办单位。" : null);
  const submit = () => body && send({ path: `/requests/${request.id}/dispatch`, body, version: request.version });
  useKeys([{ press: "Alt+P", does: "改派给别的单位", act: () => document.getElementById(lead)?.focus() }]);
  const stale = error instanceof Refused && error.problem.code === "versionConflict";
  const complex = draft.value.complex ?? false;
  const isOther = body !== null && body.unit !== proposal?.unit;
  return (
    <form className="form in" aria-label="派发" onSubmit={(event) => event.preventDefault()}>
      {proposal ? <Ground proposal={proposal} /> : null}
      {error ? (
        <Failure error={error} again={stale ? newest : submit} verb={stale ? "看最新情况，保留我填的" : "再试一次"} />
      ) : null}
      <Field label={inOwnKeys("主办单位（Alt P 另选）")}>
        {() => (
          <PickUnit id={lead} label="主办单位" value={unitOf(draft.value, proposal)} set={(unit) => set({ unit })} />
        )}
      </Field>
      <Field label="协办单位">
        {({ id }) => (
          <PickUnits
            {...{ id, label: "协办单位", placeholder: "可以不填", most: MOST_ASSISTING }}
            value={draft.value.assisting ?? []}
            set={(assisting) => set({ assisting })}
          />
        )}
      </Field>
      {isOther ? (
        <LineField
          label="依据（不按建议派的，写一句为什么）"
          value={draft.value.basis ?? ""}
          set={(next) => set({ basis: next })}
        />
      ) : null}
      {request.urgent ? null : (
        <Checkbox checked={complex} onChange={({ target }) => set({ complex: target.checked })}>
          复杂事项，期限较长
        </Checkbox>
      )}
      {proposal ? <Limits limits={proposal.limits} complex={complex} /> : null}
      <div className="row outcome">
        <Act words="派发" primary busy={busy} grey={grey} onAct={submit} {...(paused ? {} : { press: "Ctrl+Enter" })} />
        <span className="second">{grey}</span>
        {others}
      </div>
    </form>
  );
}
