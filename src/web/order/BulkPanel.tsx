/** 选中的几件: what will happen is said before it does; each order is changed only as it was seen. */
import { useState } from "react";
import { orderNouns } from "../../contract/order/nouns.ts";
import { read } from "../shell/ask.ts";
import { useSendEach } from "../shell/sendEach.ts";
import { Act } from "../ui/Act.tsx";
import { BulkReturn } from "./BulkReturn.tsx";
import type { OrderRow } from "./data.ts";

interface BulkPanelProps {
  rows: readonly OrderRow[];
  /** the selection is given up */
  end(): void;
  /** what is left of it, as it stands now */
  renew(rows: OrderRow[]): void;
  done(said: string): void;
}

interface Missed {
  row: OrderRow;
  why: string;
}

/** 这些工单现在的样子: those that are still this unit's */
async function newest(rows: readonly OrderRow[]): Promise<OrderRow[]> {
  const found = rows.map(({ number }) => read<{ rows: OrderRow[] }>("/orders", { number }).then((page) => page.rows));
  return (await Promise.all(found)).flat();
}

const titleOf = (row: OrderRow) => row.title ?? row.categoryName;

/** 逐件签收 */
function useAcknowledging({ rows, done, renew }: BulkPanelProps) {
  const { run, busy } = useSendEach(["order", "orders", "counts"]);
  const [missed, setMissed] = useState<Missed[]>([]);
  const may = rows.filter(({ next }) => next === "签收");
  const go = async () => {
    const came = await run(
      may.map(({ id, version }) => ({ ...{ id, version, body: {} }, path: `/orders/${id}/${orderNouns.acknowledge}` })),
    );
    const failed = may.flatMap((row) => {
      const why = came.get(row.id)?.why;
      return why ? [{ row, why }] : [];
    });
    setMissed(failed);
    if (failed.length === 0) return done(`已签收 ${may.length} 件，办理期限从现在算起。`);
    // whoever tries again has what is there now before him
    const left = failed.map(({ row }) => row);
    renew(await newest(left).catch(() => left));
  };
  return { may, go, busy, missed };
}

export function BulkPanel(props: BulkPanelProps) {
  const { rows, end, done } = props;
  const [what, setWhat] = useState<"acknowledge" | "return" | null>(null);
  const { may, go, busy, missed } = useAcknowledging(props);
  const none = may.length === 0 ? "选中的都已签收，或者不用签收。" : null;
  if (what === "return") return <BulkReturn rows={rows} close={() => setWhat(null)} done={done} />;
  return (
    <section className="panel" aria-label="选中的工单">
      <header>
        <h2>选中 {rows.length} 件</h2>
        <span className="end">
          <Act words="不选了" press="Esc" small onAct={what ? () => setWhat(null) : end} />
        </span>
      </header>
      {missed.length > 0 ? (
        <div className="in failure" role="alert">
          <p>
            <strong>有 {missed.length} 件没有签收：</strong>其余的已签收。
          </p>
          <ul>
            {missed.map(({ row, why }) => (
              <li key={row.id}>
                {titleOf(row)}：{why}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {what === "acknowledge" ? (
        <div className="in stack">
          <p>
            将签收 {may.length} 件
            {rows.length > may.length ? `；其中 ${rows.length - may.length} 件不是待签收，跳过` : ""}
            。办理期限从现在算起。
          </p>
          <div className="row">
            <Act words={`签收 ${may.length} 件`} press="Ctrl+Enter" primary busy={busy} grey={none} onAct={go} />
            <Act words="再看看" onAct={() => setWhat(null)} />
          </div>
        </div>
      ) : (
        <div className="in stack">
          <div className="row">
            <Act words="签收" press="Alt+S" primary grey={none} onAct={() => setWhat("acknowledge")} />
            <Act words="批量退单" press="Alt+T" onAct={() => setWhat("return")} />
          </div>
          {none ? <p className="second">{none}</p> : null}
        </div>
      )}
      <ul className="in second">
        {rows.slice(0, 20).map((row) => (
          <li key={row.id}>
            {titleOf(row)}　<span className="meta">{row.next}</span>
          </li>
        ))}
        {rows.length > 20 ? <li className="meta">还有 {rows.length - 20} 件</li> : null}
      </ul>
    </section>
  );
}
