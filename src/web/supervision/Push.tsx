/** 催办、督办一个单位的: first what would be sent and what is left out and why, then sent one by one, then what was refused. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { useEffect, useRef, useState } from "react";
import { orderNouns } from "../../contract/order/nouns.ts";
import { supervisionLevels } from "../../domain/supervision/levels.ts";
import type { OrderRow } from "../order/data.ts";
import { act, Refused, read } from "../shell/ask.ts";
import { useDraft } from "../shell/draft.ts";
import { Act } from "../ui/Act.tsx";
import { Clock } from "../ui/Clock.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Field } from "../ui/Field.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import type { Pushing } from "./StockTable.tsx";

/** one page of the interface: so many at once can be looked through before they are sent */
const MOST = 100;
const AT_ONCE = 4;

const levels = Object.keys(supervisionLevels);
const terms = { remind: "催办", supervise: "督办" };

interface Sent {
  done: number;
  refused: { number: string; sentence: string }[];
}

/** 要发的和不发的: a colour that was sent isn't sent again. */
function sorted(rows: readonly OrderRow[], action: Pushing["action"]) {
  const due = ({ clock, supervision }: OrderRow) =>
    levels.includes(clock.state) && levels.indexOf(supervision ?? "") < levels.indexOf(clock.state);
  const wanted = action === "remind" ? [...rows] : rows.filter(due);
  return { wanted, left: rows.length - wanted.length };
}

const bodyOf = (action: Pushing["action"], { clock }: OrderRow, text: string) =>
  action === "remind" ? { text: text || null } : { level: clock.state, text: text || null };

/** 逐件发: each under a key of its own; what somebody else has changed meanwhile is said, not sent. */
async function sendAll(
  rows: readonly OrderRow[],
  { action }: Pushing,
  text: string,
  told: (sent: Sent) => void,
): Promise<Sent> {
  const sent: Sent = { done: 0, refused: [] };
  const waiting = [...rows];
  const worker = async () => {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      try {
        await act(`/orders/${row.id}/${orderNouns[action]}`, bodyOf(action, row, text), { version: row.version });
        sent.done += 1;
      } catch (error) {
        const sentence = error instanceof Refused ? error.problem.title : "没有连上服务器，没有发出。";
        sent.refused.push({ number: row.number, sentence });
      }
      told({ ...sent });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return sent;
}

const Result = ({ sent, term }: { sent: Sent; term: string }) => (
  <div role="status">
    <p className="told">
      已{term} {sent.done} 件。
    </p>
    {sent.refused.length > 0 ? (
      <>
        <p>
          {sent.refused.length} 件没有{term}：
        </p>
        <ul>
          {sent.refused.map(({ number, sentence }) => (
            <li key={number}>
              <span className="meta">{number}</span>　{sentence}
            </li>
          ))}
        </ul>
      </>
    ) : null}
  </div>
);

function Preview({ pushing, close }: { pushing: Pushing; close(): void }) {
  const { action, filter } = pushing;
  const term = terms[action];
  const client = useQueryClient();
  const draft = useDraft<string>(`push.${action}.${JSON.stringify(filter)}`, "");
  const [sent, setSent] = useState<Sent | null>(null);
  const [busy, setBusy] = useState(false);
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
    setBusy(true);
    setSent(await sendAll(wanted, pushing, draft.value, setSent));
    draft.clear();
    setBusy(false);
    for (const noun of ["counts", "orders", "order"]) client.invalidateQueries({ queryKey: [noun] });
  };
  if (sent && !busy)
    return (
      <div className="stack">
        <Result sent={sent} term={term} />
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
          {busy ? `已${term} ${sent?.done ?? 0} / ${wanted.length}` : wanted.length === 0 ? `没有可以${term}的。` : ""}
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
