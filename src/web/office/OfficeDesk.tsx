/** 热线办: what is to be convened and concluded, bulk returns, who is summoned, and what units are told. */

import { type ReactNode, useRef, useState } from "react";
import { BulkReturnList, BulkReturnPane } from "../dispatch/BulkReturns.tsx";
import { orderColumns } from "../dispatch/columns.tsx";
import { inOwnKeys } from "../shell/ownKeys.ts";
import "../dispatch/dispatch.css";
import { Ruling } from "../dispatch/Ruling.tsx";
import type { OrderRow } from "../order/data.ts";
import { usePlace } from "../shell/place.ts";
import { Listing } from "../ui/Listing.tsx";
import { nextOf } from "../ui/next.ts";
import { type Queue, Queues } from "../ui/Queues.tsx";
import { AnnouncementForm, AnnouncementList } from "./Announcements.tsx";
import "./office.css";
import { queues } from "./queues.ts";

const told: Queue = { key: "told", name: "通知单位", path: "/announcements", query: {}, uncounted: true };

export default function OfficeDesk() {
  const [{ queue: at = queues[0]!.key, open }, go] = usePlace();
  const rows = useRef<{ id: string }[]>([]);
  const [said, setSaid] = useState("");
  const isTold = at === told.key;
  const queue = queues.find(({ key }) => key === at) ?? queues[0]!;
  const enter = (key: string) => {
    setSaid("");
    go({ queue: key, open: undefined });
  };
  const done = (words: string) => {
    const next = open && nextOf(rows.current, open);
    setSaid(`${words}${next ? "下一件已打开。" : ""}`);
    go({ open: next || undefined });
  };
  const list = (): ReactNode =>
    queue.of === "bulk" ? (
      <BulkReturnList opened={open ?? null} open={(id) => go({ open: id })} empty={queue.empty} />
    ) : (
      <Listing<OrderRow>
        key={queue.key}
        noun="orders"
        path={queue.path}
        query={queue.query}
        what={queue.name}
        columns={orderColumns}
        empty={queue.empty}
        open={({ id }) => go({ open: id })}
        opened={open ?? null}
        onRows={(read) => {
          rows.current = read;
        }}
      />
    );
  const pane = (id: string): ReactNode =>
    queue.of === "bulk" ? (
      <BulkReturnPane key={id} id={id} done={done} />
    ) : (
      <Ruling key={id} id={id} first={queue.first} always={queue.always} done={done} />
    );
  return (
    <main id="main" className="columns queue dispatch">
      <Queues label="待办分类" queues={[...queues, told]} at={isTold ? told.key : queue.key} go={enter} />
      <section className="panel" aria-label={isTold ? "发过的通知" : queue.name}>
        {isTold ? <AnnouncementList /> : list()}
      </section>
      <section className="stack" aria-label="这一件">
        {isTold ? <AnnouncementForm /> : null}
        <p role="status" className={said ? "told" : undefined}>
          {said}
        </p>
        {!isTold && open ? pane(open) : null}
        {isTold || open ? null : (
          <p className="panel empty">{inOwnKeys("从清单里选一件，在这里看和办。J K 移动，Enter 打开。")}</p>
        )}
      </section>
    </main>
  );
}
