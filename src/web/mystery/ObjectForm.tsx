/** 提异议 by the platform that was phoned. */
import { Input } from "antd";
import { useState } from "react";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { Field } from "../ui/Field.tsx";
import { Sending } from "../ui/Sending.tsx";
import { type Call, MYSTERY } from "./data.ts";
import type { FormProps } from "./RateForm.tsx";

export function ObjectForm({ call, done, newest }: FormProps) {
  const draft = useDraft(`mystery.object.${call.id}`, "");
  const [tried, setTried] = useState(false);
  const sent = useSend<Call>(MYSTERY, () => {
    draft.clear();
    done("已提异议，等热线办定分。");
  });
  const submit = () => {
    setTried(true);
    if (draft.value.trim() !== "")
      sent.send({
        path: `/mystery-calls/${call.id}/objection`,
        body: { text: draft.value },
        version: call.version,
      });
  };
  return (
    <section className="panel" aria-label="提异议">
      <form className="form in" aria-label="提异议" onSubmit={(event) => event.preventDefault()}>
        <Field label="哪一项评得不对，为什么" fault={tried && draft.value.trim() === "" ? "还差理由。" : null}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={2000}
              value={draft.value}
              onChange={({ target }) => draft.set(target.value)}
            />
          )}
        </Field>
        <Sending
          words="提异议"
          sent={sent}
          submit={submit}
          cancel={null}
          newest={() => {
            newest();
            sent.forget();
          }}
        />
      </form>
    </section>
  );
}
