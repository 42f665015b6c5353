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

/** 在单位手里的: what is done can't be pushed, so that of a list only these are looked at */
const IN_HAND = ["unacknowledged", "handling", "returning", "arbitrating"];

const pushable = ({ stage, ...filter }: Pushing["filter"]): Record<string, string> | null => {
  const stages = stage === undefined ? IN_HAND : IN_HAND.filter((one) => stage.split(",").includes(one));
  return stages.length === 0 ? null : { ...filter, stage: stages.join(",") };
};

/** 要发的和不发的: a colour that was sent isn't sent again, and what has none yet waits for it. */
function sorted(rows: readonly OrderRow[], action: Pushing["action"]) {
  if (action === "remind") return { wanted: [...rows], sent: 0, early: 0 };
  const coloured = rows.filter(({ clock }) => levels.includes(clock.state));
  const wanted = coloured.filter(
    ({ clock, supervision }) => levels.indexOf(supervision ?? "") < levels.indexOf(clock.state),
  );
  return { wanted, sent: coloured.length - wanted.length, early: rows.length - coloured.length };
}

type Sorted = ReturnType<typeof sorted>;

const NONE = { rows: [], total: "0" };

/** '；另有 2 件已经发过这一级的督办、3 件还没有到督办的颜色，跳过' */
function leftOut({ sent, early }: Omit<Sorted, "wanted">): string {
  const parts = [sent > 0 && `${sent} 件已经发过这一级的督办`, early > 0 && `${early} 件还没有到督办的颜色`];
  const told = parts.filter(Boolean).join("、");
  return told === "" ? "" : `；另有 ${told}，跳过`;
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
    queryFn: async (): Promise<{ rows: OrderRow[]; total: string }> => {
      const asked = pushable(filter);
      return asked === null ? NONE : read("/orders", { ...asked, limit: MOST });
    },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  useEffect(() => {
    if (data) here.current?.querySelector<HTMLElement>("textarea")?.focus();
  }, [data]);
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!data) return <Waiting what="要发的工单" rows={4} />;
  const { wanted, ...left } = sorted(data.rows, action);
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
        {data.rows.length === 0 ? (
          `这里没有还在单位手里的工单，不用${term}。`
        ) : (
          <>
            将{term} <strong>{wanted.length} 件</strong>
            {leftOut(left)}。{data.rows.length < MOST ? "" : `在办的共 ${data.total} 件，一次只看前 ${MOST} 件。`}
          </>
        )}
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
