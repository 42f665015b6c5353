/** 批量退单: acts that returned many orders, each ruled on as one. */
import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useState } from "react";
import type { z } from "zod";
import type { openBulkReturns } from "../../contract/order/bulkReturn.ts";
import { read } from "../shell/ask.ts";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Field } from "../ui/Field.tsx";
import { count } from "../ui/number.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { dayOf, when } from "../ui/when.ts";

type OpenBulkReturn = z.output<typeof openBulkReturns>[number];

export const useBulkReturns = () =>
  useQuery({ queryKey: ["orders", "/bulk-returns"], queryFn: () => read<OpenBulkReturn[]>("/bulk-returns") });

export function BulkReturnList({
  opened,
  open,
  empty,
}: {
  opened: string | null;
  open(id: string): void;
  empty: string;
}) {
  const { data, error, refetch } = useBulkReturns();
  const { platform } = useMe();
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!data) return <Waiting what="批量退单" />;
  if (data.length === 0) return <p className="empty">{empty}</p>;
  return (
    <ul className="acts-many">
      {data.map((one) => (
        <li key={one.id}>
          <button type="button" aria-current={one.id === opened ? "true" : undefined} onClick={() => open(one.id)}>
            <strong>
              {one.unitName}　{count(one.orders)} 件
            </strong>
            {one.late > 0 ? <span className="tag red">超期 {count(one.late)} 件</span> : null}
            <span className="second">{one.categoryNames.join("、")}</span>
            <span className="meta">
              {when(one.requestedAt, platform.zone)} 申请，最早的 {dayOf(one.openSince, platform.zone)}派出
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function BulkReturnPane({ id, done }: { id: string; done(said: string): void }) {
  const { data } = useBulkReturns();
  const one = data?.find((each) => each.id === id);
  const draft = useDraft(`bulkReturn.${id}`, "");
  const [tried, setTried] = useState(false);
  const { send, error, busy } = useSend<{ done: number }>(["orders", "order", "counts"], (answer) => {
    draft.clear();
    done(`这批退单已裁定，共 ${answer.done} 件。`);
  });
  if (!one) return <p className="panel empty">从清单里选一批，在这里看和裁定。</p>;
  const rule = (ruling: "accepted" | "rejected") => {
    setTried(true);
    if (draft.value.trim() !== "") send({ path: `/bulk-returns/${id}/ruling`, body: { ruling, text: draft.value } });
  };
  return (
    <section className="panel" aria-label="这批退单">
      <header>
        <h2>
          {one.unitName}退回 {count(one.orders)} 件
        </h2>
      </header>
      <form className="form in" onSubmit={(event) => event.preventDefault()}>
        <dl className="facts">
          <dt>原因</dt>
          <dd>{one.reason ?? "没有填写"}</dd>
          <dt>依据</dt>
          <dd>{one.text ?? "没有填写"}</dd>
          <dt>小类</dt>
          <dd>{one.categoryNames.join("、")}</dd>
        </dl>
        {error ? <Failure error={error} /> : null}
        <Field label="裁定的理由" fault={tried && draft.value.trim() === "" ? "还差裁定的理由。" : null}>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={3}
              maxLength={5000}
              value={draft.value}
              onChange={({ target }) => draft.set(target.value)}
            />
          )}
        </Field>
        <p className="second">一次裁定这批的每一件；同意的转入“待改派”。</p>
        <div className="row">
          <Act
            words={`驳回 ${count(one.orders)} 件`}
            press="Alt+R"
            primary
            busy={busy}
            onAct={() => rule("rejected")}
          />
          <Act words={`同意 ${count(one.orders)} 件`} press="Alt+A" busy={busy} onAct={() => rule("accepted")} />
        </div>
      </form>
    </section>
  );
}
