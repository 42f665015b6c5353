/** 派单台: what waits to be sent or ruled on, the list of it, and one of it beside; the next opens by itself. */

import { type ReactNode, useRef, useState } from "react";
import type { OrderRow } from "../order/data.ts";
import { inOwnKeys } from "../shell/ownKeys.ts";
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { type Column, Listing } from "../ui/Listing.tsx";
import { count } from "../ui/number.ts";
import { Queues } from "../ui/Queues.tsx";
import { Simulate } from "../ui/Simulate.tsx";
import { BulkDialog } from "./BulkDialog.tsx";
import { BulkReturnList, BulkReturnPane } from "./BulkReturns.tsx";
import { bulkActs, type Chosen } from "./bulk.ts";
import { nameOf, orderColumns, type RequestRow, requestColumns } from "./columns.tsx";
import "./dispatch.css";
import { nextOf } from "../ui/next.ts";
import { type DispatchQueue, queues } from "./queues.ts";
import { RequestPane } from "./RequestPane.tsx";
import { Ruling } from "./Ruling.tsx";

type Row = RequestRow | OrderRow;

/** no more at once: each is looked at before, and told of afterwards */
const MOST = 100;
/** in a demonstration */
const TEN = { count: 10 };

function ChosenBar({ chosen, queue, preview }: { chosen: number; queue: DispatchQueue; preview(): void }) {
  const act = bulkActs[queue.bulk ?? ""];
  if (!act) return null;
  const grey = chosen === 0 ? inOwnKeys("先按 X 选中几件。") : chosen > MOST ? `一次最多 ${MOST} 件。` : null;
  return (
    <div className="row chosen-bar">
      <span>选中 {count(chosen)} 件</span>
      <Act words={`预览批量${act.verb}`} press="Alt+K" small grey={grey} onAct={preview} />
      <span className="meta">{grey}</span>
    </div>
  );
}

export default function DispatchDesk() {
  const { platform, demonstration } = useMe();
  const [{ queue: at = "new", open }, go] = usePlace();
  const queue = queues.find(({ key }) => key === at) ?? queues[0]!;
  const rows = useRef<Row[]>([]);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [previewed, setPreviewed] = useState<readonly Chosen[] | null>(null);
  const [said, setSaid] = useState("");
  const enter = (key: string) => {
    choose(new Set());
    setSaid("");
    go({ queue: key, open: undefined });
  };
  const done = (words: string) => {
    const next = open && nextOf(rows.current, open);
    setSaid(`${words}${next ? "下一件已打开。" : ""}`);
    go({ open: next || undefined });
  };
  const picked = () =>
    rows.current.filter(({ id }) => chosen.has(id)).map((row) => ({ id: row.id, name: nameOf(row) }));
  const list = <R extends Row & { id: string }>(noun: string, columns: Column<R>[]): ReactNode => (
    <Listing<R>
      key={queue.key}
      noun={noun}
      path={queue.path}
      query={queue.query}
      what={queue.name}
      columns={columns}
      empty={queue.empty}
      open={({ id }) => go({ open: id })}
      opened={open ?? null}
      {...(queue.bulk ? { chosen, choose } : {})}
      onRows={(read) => {
        rows.current = read;
      }}
    />
  );
  const lists: Record<DispatchQueue["of"], () => ReactNode> = {
    requests: () => list<RequestRow>("requests", requestColumns(platform.zone)),
    orders: () => list<OrderRow>("orders", orderColumns),
    bulk: () => <BulkReturnList opened={open ?? null} open={(id) => go({ open: id })} empty={queue.empty} />,
  };
  const panes: Record<DispatchQueue["of"], (id: string) => ReactNode> = {
    requests: (id) => <RequestPane key={id} id={id} paused={previewed !== null} done={done} />,
    orders: (id) => <Ruling key={id} id={id} first={queue.first} always={queue.always} done={done} />,
    bulk: (id) => <BulkReturnPane key={id} id={id} done={done} />,
  };
  return (
    <main id="main" className={`columns queue dispatch ${queue.of}`}>
      <Queues label="待办分类" queues={queues} at={queue.key} go={enter} />
      <section className="panel" aria-label={queue.name}>
        {lists[queue.of]()}
        <ChosenBar chosen={chosen.size} queue={queue} preview={() => setPreviewed(picked())} />
      </section>
      <section className="stack" aria-label="这一件">
        <p role="status" className={said ? "told" : undefined}>
          {said}
        </p>
        {open ? (
          panes[queue.of](open)
        ) : (
          <>
            <p className="panel empty">{inOwnKeys("从清单里选一件，在这里看和办。J K 移动，Enter 打开。")}</p>
            {demonstration && queue.key === "new" ? (
              <p className="panel in row">
                <Simulate
                  words="模拟十件网上诉求"
                  path="/simulator/requests"
                  body={TEN}
                  noun="requests"
                  came="来了十件，在清单里等着派。"
                />
              </p>
            ) : null}
          </>
        )}
      </section>
      {previewed ? (
        <BulkDialog
          act={bulkActs[queue.bulk!]!}
          chosen={previewed}
          close={() => {
            setPreviewed(null);
            choose(new Set());
          }}
        />
      ) : null}
    </main>
  );
}
