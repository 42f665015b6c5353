/** 承办单位台: what waits for this unit, by what expires first; one order beside it, or several at once. */

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { read } from "../shell/ask.ts";
import { inOwnKeys } from "../shell/ownKeys.ts";
import { usePlace } from "../shell/place.ts";
import { Clock } from "../ui/Clock.tsx";
import { type Column, Listing } from "../ui/Listing.tsx";
import { count } from "../ui/number.ts";
import { BulkPanel } from "./BulkPanel.tsx";
import type { OrderRow, UnitQueues } from "./data.ts";
import { ofUnits } from "./first.ts";
import "./order.css";
import "./phone.css";
import { OrderPane } from "./OrderPane.tsx";
import { type Queue, queues } from "./queues.ts";
import { UnitFigures } from "./UnitFigures.tsx";

const causes: Record<string, string> = { rejected: "退单被驳回", rework: "返工", reopened: "重办" };

const columns: Column<OrderRow>[] = [
  {
    head: "诉求",
    cell: (row) => (
      <>
        {row.urgent ? <span className="tag red">紧急</span> : null}
        {row.cause ? <span className="tag amber">{causes[row.cause]}</span> : null} {row.title ?? row.categoryName}
        <span className="meta line">{row.placeName ?? "没有说明地点"}</span>
      </>
    ),
  },
  { head: "时钟", cell: ({ clock }) => <Clock clock={clock} />, width: "42%" },
  { head: "下一步", cell: ({ next }) => next, width: "92px" },
];

const useQueues = () =>
  useQuery({
    queryKey: ["counts", "unit-desk"],
    queryFn: () => read<{ queues: UnitQueues }>("/unit-desk"),
    select: (desk) => desk.queues,
  }).data;

function Queues({ at, go }: { at: string; go(key: string): void }) {
  const counts = useQueues();
  const total = ({ key }: Queue) => (key === "answered" ? undefined : counts?.[key]);
  // while nobody knows how many there are, nothing is called late
  const has = (queue: Queue) => (total(queue) ?? "0") !== "0";
  const shown = queues.filter((queue) => !queue.rare || queue.key === at || has(queue));
  return (
    <nav className="panel tabs" aria-label="工单分类">
      <ul>
        {shown.map((queue) => (
          <li key={queue.key}>
            <button type="button" aria-current={queue.key === at ? "true" : undefined} onClick={() => go(queue.key)}>
              {queue.clock && has(queue) ? <Clock clock={{ state: queue.clock, words: queue.name }} /> : queue.name}{" "}
              <strong>{count(total(queue) ?? "")}</strong>
            </button>
          </li>
        ))}
      </ul>
      <UnitFigures />
    </nav>
  );
}

export default function UnitDesk() {
  const [{ queue = "acknowledge", order }, go] = usePlace();
  const current = queues.find(({ key }) => key === queue) ?? queues[0]!;
  const [chosen, setChosen] = useState<{ of: string; rows: OrderRow[] }>({ of: "", rows: [] });
  const [said, setSaid] = useState("");
  const rows = chosen.of === current.key ? chosen.rows : [];
  const choose = (next: OrderRow[]) => setChosen({ of: current.key, rows: next });
  return (
    <main id="main" className={`unit stack${order || rows.length > 0 ? " opened" : ""}`}>
      <Queues
        at={current.key}
        go={(key) => {
          setSaid("");
          go({ queue: key, order: undefined });
        }}
      />
      <div className="columns desk">
        <section className="panel list-side" aria-label={current.name}>
          <Listing<OrderRow>
            key={current.key}
            noun="orders"
            path="/orders"
            query={current.query}
            what={`${current.name}的工单`}
            columns={columns}
            empty={current.empty}
            open={(row) => {
              choose([]);
              setSaid("");
              go({ order: row.id });
            }}
            opened={order ?? null}
            chosen={new Set(rows.map(({ id }) => id))}
            choose={(_, next) => choose(next)}
          />
        </section>
        <section className="stack order-side" aria-label="这件工单">
          <p role="status" className={said ? "told" : "unseen"}>
            {said}
          </p>
          {rows.length > 0 ? (
            <BulkPanel
              rows={rows}
              end={() => choose([])}
              renew={choose}
              done={(words) => {
                choose([]);
                setSaid(words);
              }}
            />
          ) : order ? (
            <OrderPane key={order} id={order} {...ofUnits} bar back={() => go({ order: undefined })} />
          ) : (
            <p className="panel empty">
              {inOwnKeys("从清单里选一件工单，在这里看和办；按 X 选几件，一起签收或退单。")}
            </p>
          )}
        </section>
      </div>
    </main>
  );
}
