/** 批量退单: orders of one topic returned by one act, with one reason; all of them or none. */
import { Input } from "antd";
import { useState } from "react";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Field } from "../ui/Field.tsx";
import { LineField } from "../ui/LineField.tsx";
import type { OrderRow } from "./data.ts";

interface BulkReturnProps {
  rows: readonly OrderRow[];
  close(): void;
  done(said: string): void;
}

interface Returned {
  done: number;
  late: number;
}

export function BulkReturn({ rows, close, done }: BulkReturnProps) {
  const { value, set, clear } = useDraft("bulkReturn", { reason: "", text: "" });
  const [tried, setTried] = useState(false);
  const { send, error, busy } = useSend<Returned>(["order", "orders", "counts"], ({ done: returned, late }) => {
    clear();
    done(`已申请退回 ${returned} 件，等热线裁定。${late > 0 ? `其中 ${late} 件记为超期退单。` : ""}`);
  });
  const { reason, text } = value;
  const submit = () => {
    setTried(true);
    const orders = rows.map(({ id }) => id);
    if (reason.trim() && text.trim()) send({ path: "/bulk-returns", body: { orders, reason, text } });
  };
  return (
    <section className="panel" aria-label="批量退单">
      <header>
        <h2>批量退单</h2>
      </header>
      <form className="form in" aria-label="批量退单" onSubmit={(event) => event.preventDefault()}>
        <p className="warning">
          将以一次申请退回选中的 {rows.length}{" "}
          件，热线一次裁定；有一件不能退的，就一件都不退。过了退单期的记为超期退单，计入本单位。
        </p>
        {error ? <Failure error={error} again={submit} /> : null}
        <LineField
          label="退单原因"
          fault={tried && !reason.trim() ? "还差退单原因。" : null}
          value={reason}
          set={(next) => set({ ...value, reason: next })}
          focus
        />
        <Field label="依据和说明" fault={tried && !text.trim() ? "还差依据和说明。" : null}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 3, maxRows: 12 }}
              maxLength={5000}
              value={text}
              onChange={({ target }) => set({ ...value, text: target.value })}
            />
          )}
        </Field>
        <div className="row">
          <Act words={`申请退回 ${rows.length} 件`} press="Ctrl+Enter" primary busy={busy} onAct={submit} />
          <Act words="先不退" press="Esc" onAct={close} />
        </div>
      </form>
    </section>
  );
}
