/** 批量办理: first what would be done and what is skipped, then each by itself, with what came of it told row by row. */
import { useQuery } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { useState } from "react";
import { type Outcomes, useSendEach } from "../shell/sendEach.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Field } from "../ui/Field.tsx";
import { count } from "../ui/number.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { type BulkAct, type Chosen, type Previewed, preview } from "./bulk.ts";

interface BulkDialogProps {
  act: BulkAct;
  chosen: readonly Chosen[];
  close(): void;
}

function Sentence({ rows, verb }: { rows: readonly Previewed[]; verb: string }) {
  const skipped = rows.filter(({ skip }) => skip).length;
  return (
    <p>
      将{verb} {count(rows.length)} 件{skipped > 0 ? `；其中 ${count(skipped)} 件现在不能${verb}，跳过` : ""}。
    </p>
  );
}

function Rows({ rows, outcomes, verb }: { rows: readonly Previewed[]; outcomes: Outcomes; verb: string }) {
  return (
    <div className="scroll bulk">
      <table className="list">
        <thead>
          <tr>
            <th>诉求</th>
            <th>{verb === "派发" ? "派给" : "怎样"}</th>
            <th>结果</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, present: { id, number }, to, skip }) => {
            const outcome = outcomes.get(id);
            return (
              <tr key={id}>
                <td>
                  {name} <span className="meta">{number}</span>
                </td>
                <td>{skip ? <span className="second">跳过：{skip}</span> : (to ?? verb)}</td>
                <td>
                  {outcome ? (
                    <span className={`tag ${outcome.done ? "green" : "red"}`}>{outcome.why ?? `已${verb}`}</span>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const NOUNS = ["requests", "request", "orders", "order", "counts"];

export function BulkDialog({ act, chosen, close }: BulkDialogProps) {
  const [text, setText] = useState("");
  const { data, error, refetch } = useQuery({
    queryKey: ["preview", act.action, chosen],
    queryFn: () => preview(chosen, act),
    // what is shown is what was looked at when it was asked for; the version says whether it still holds
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const { run, outcomes, done, failed, busy } = useSendEach(NOUNS);
  const send = (rows: readonly Previewed[]) =>
    run(
      rows.map(({ present: { id, version }, body }) => ({
        ...{ id, version, path: `/${act.from}/${id}/${act.noun}` },
        body: act.words === null ? body : { text },
      })),
    );
  // what has begun is seen through, so that what came of each is told
  const leave = () => {
    if (!busy) close();
  };
  const ready = (data ?? []).filter(({ present: { id }, skip }) => !skip && !outcomes.get(id)?.done);
  const lacks = act.words !== null && text.trim() === "" ? `还差${act.words}。` : null;
  const grey = ready.length === 0 ? `没有可以${act.verb}的。` : lacks;
  return (
    <Modal open title={`批量${act.verb}`} width={720} footer={null} closable={false} onCancel={leave}>
      <div className="form">
        {error ? <Failure error={error} again={() => refetch()} /> : null}
        {data ? <Sentence rows={data} verb={act.verb} /> : error ? null : <Waiting what="各件的最新情况" />}
        {data && act.words !== null ? (
          <Field label={act.words}>
            {(control) => (
              <Input.TextArea
                {...control}
                rows={2}
                maxLength={5000}
                value={text}
                onChange={({ target }) => setText(target.value)}
              />
            )}
          </Field>
        ) : null}
        {data ? <Rows rows={data} outcomes={outcomes} verb={act.verb} /> : null}
        <p role="status">
          {outcomes.size > 0 && !busy
            ? `已${act.verb} ${count(done)} 件${failed > 0 ? `，${count(failed)} 件没成，原因在各行` : ""}。`
            : ""}
        </p>
        <div className="row">
          {data && !(outcomes.size > 0 && failed === 0) ? (
            <Act
              words={`${act.verb} ${count(ready.length)} 件`}
              press="Ctrl+Enter"
              primary
              busy={busy}
              grey={grey}
              onAct={() => send(ready)}
            />
          ) : null}
          <Act words={outcomes.size > 0 ? "看完了" : "再看看"} press="Esc" busy={busy} onAct={leave} />
          <span className="second">{data ? grey : null}</span>
        </div>
      </div>
    </Modal>
  );
}
