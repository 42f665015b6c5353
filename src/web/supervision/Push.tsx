/** 催办、督办一个单位的: first what would be sent and what is left out and why, then sent one by one, then what was refused. */
import { useQuery } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { useEffect, useRef } from "react";
import { orderNouns } from "../../contract/order/nouns.ts";
import { supervisionLevels } from "../../domain/supervision/levels.ts";
import type { OrderRow } from "../order/data.ts";
import { read } from "../shell/ask.ts";
import { useDraft } from "../shell/draft.ts";
import { type Outcomes, useSendEach } from "../shell/sendEach.ts";
import { Act } from "../ui/Act.tsx";
import { Clock } from "../ui/Clock.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Field } from "../ui/Field.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import type { Pushing } from "./StockTable.tsx";

/** one page of the interface: so many at once can be looked through before they are sent */
const MOST = 100;

const levels = Object.keys(supervisionLevels);
const terms = { remind: "催办", supervise: "督办" };

/** 要发的和不发的: a colour that was sent isn't sent again. */
function sorted(rows: readonly OrderRow[], action: Pushing["action"]) {
  const due = ({ clock, supervision }: OrderRow) =>
    levels.includes(clock.state) && levels.indexOf(supervision ?? "") < levels.indexOf(clock.state);
  const wanted = action === "remind" ? [...rows] : rows.filter(due);
  return { wanted, left: rows.length - wanted.length };
}

const bodyOf = (action: Pushing["action"], { clock }: OrderRow, text: string) =>
  action === "remind" ? { text: text || null } : { level: clock.state, text: text || null };

function Result({ rows, outcomes, term }: { rows: readonly OrderRow[]; outcomes: Outcomes; term: string }) {
  const refused = rows.flatMap(({ id, number }) => {
    const why = outcomes.get(id)?.why;
    return why ? [{ number, why }] : [];
  });
  return (
    <div role="status">
      <p className="told">
        已{term} {outcomes.size - refused.length} 件。
      </p>
      {refused.length > 0 ? (
        <>
          <p>
            {refused.length} 件没有{term}：
          </p>
          <ul>
            {refused.map(({ number, why }) => (
              <li key={number}>
                <span className="meta">{number}</span>　{why}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function Preview({ pushing, close }: { pushing: Pushing; close(): void }) {
  const { action, filter } = pushing;
  const term = terms[action];
  const draft = useDraft<string>(`push.${action}.${JSON.stringify(filter)}`, "");
  const { run, outcomes, done, busy } = useSendEach(["counts", "orders", "order"]);
  const here = useRef<HTMLDivElement>(null);
  // as they were when he looked: what moved since is refused by its version
  const { data, error, refetch } = useQuery({
    queryKey: ["preview", action, filter],
    queryFn: () => read<{ rows: OrderRow[]; total: string }>("/orders", { ...filter, limit: MOST }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  useEffect(() => {
    if (data) here.current?.querySelector<HTMLElement>("textarea")?.focus();
  }, [data]);
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!data) return <Waiting what="要发的工单" rows={4} />;
  const { wanted, left } = sorted(data.rows, action);
  const send = async () => {
    if (busy || wanted.length === 0) return;
    await run(
      wanted.map((row) => ({
        ...{ id: row.id, version: row.version, path: `/orders/${row.id}/${orderNouns[action]}` },
        body: bodyOf(action, row, draft.value),
      })),
    );
    draft.clear();
  };
  if (outcomes.size > 0 && !busy)
    return (
      <div className="stack">
        <Result rows={wanted} outcomes={outcomes} term={term} />
        <div className="row">
          <Act words="回到督办台" press="Ctrl+Enter" primary onAct={close} />
        </div>
      </div>
    );
  return (
    <div className="stack" ref={here}>
      <p>
        将{term} <strong>{wanted.length} 件</strong>
        {left > 0 ? `；另有 ${left} 件已经发过这一级的督办，跳过` : ""}。
        {data.rows.length < MOST ? "" : `共 ${data.total} 件，一次只发前 ${MOST} 件。`}
      </p>
      <ul className="preview">
        {wanted.map((row) => (
          <li key={row.id}>
            <span className="meta">{row.number}</span> {row.title ?? row.categoryName}　<Clock clock={row.clock} />
            {action === "supervise" ? (
              <span className="tag">{supervisionLevels[row.clock.state as keyof typeof supervisionLevels].name}</span>
            ) : null}
          </li>
        ))}
      </ul>
      <Field label="说明（可以不填）" hint="单位会看到。">
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={5000}
            value={draft.value}
            onChange={({ target }) => draft.set(target.value)}
          />
        )}
      </Field>
      <div className="row">
        <Act
          words={`${term} ${wanted.length} 件`}
          press="Ctrl+Enter"
          primary
          busy={busy}
          grey={wanted.length === 0 ? `没有可以${term}的。` : null}
          onAct={send}
        />
        <Act words="再看看" onAct={close} />
        <span className="meta" role="status">
          {busy ? `已${term} ${done} / ${wanted.length}` : wanted.length === 0 ? `没有可以${term}的。` : ""}
        </span>
      </div>
    </div>
  );
}

/** 先看再发 */
export const Push = ({ pushing, close }: { pushing: Pushing | null; close(): void }) => (
  <Modal
    open={pushing !== null}
    onCancel={close}
    footer={null}
    title={pushing ? `${terms[pushing.action]}：${pushing.of}` : ""}
    width={720}
    destroyOnHidden
  >
    {pushing ? <Preview key={JSON.stringify(pushing)} pushing={pushing} close={close} /> : null}
  </Modal>
);
