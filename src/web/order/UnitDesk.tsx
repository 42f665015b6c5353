/** 承办单位台: what waits for this unit, by what expires first; one order beside it. */
import { useQuery } from "@tanstack/react-query";
import { read } from "../shell/ask.ts";
import { usePlace } from "../shell/place.ts";
import { Clock } from "../ui/Clock.tsx";
import { type Column, Listing } from "../ui/Listing.tsx";
import { count } from "../ui/number.ts";
import type { OrderRow } from "./data.ts";
import { OrderPane } from "./OrderPane.tsx";

interface Queue {
  key: string;
  name: string;
  query: Record<string, string>;
  /** when nothing is in it */
  empty: string;
}

const queues: readonly Queue[] = [
  {
    key: "new",
    name: "待签收",
    query: { stage: "unacknowledged" },
    empty: "没有待签收的工单。新派来的会自动出现在这里。",
  },
  { key: "hand", name: "办理中", query: { stage: "handling" }, empty: "没有正在办理的工单。" },
  { key: "overdue", name: "超期", query: { overdue: "true" }, empty: "没有超期的工单。" },
  {
    key: "urgent",
    name: "紧急",
    query: { urgent: "true", stage: "unacknowledged,handling" },
    empty: "没有紧急的工单。",
  },
  { key: "returning", name: "退单待裁定", query: { stage: "returning,arbitrating" }, empty: "没有等裁定的退单。" },
  {
    key: "answered",
    name: "已办结",
    query: { stage: "resolved,reviewed,followedUp" },
    empty: "没有等审核或回访的工单。",
  },
];

const columns: Column<OrderRow>[] = [
  {
    head: "诉求",
    cell: (row) => (
      <>
        {row.urgent ? <span className="tag red">紧急</span> : null} {row.title ?? row.categoryName}
        <span className="meta">　{row.placeName ?? ""}</span>
      </>
    ),
  },
  { head: "时钟", cell: ({ clock }) => <Clock clock={clock} />, width: "38%" },
  { head: "下一步", cell: ({ stageName }) => stageName, width: "88px" },
];

const FIRST = ["acknowledge", "answerVerification", "answerNotice", "inform", "resolve", "contact", "requestExtension"];
const ALWAYS = ["acknowledge", "inform", "resolve", "requestExtension", "requestReturn", "handOn"];

function Queues({ at, go }: { at: string; go(key: string): void }) {
  return (
    <nav className="panel in queues" aria-label="工单分类">
      <ul>
        {queues.map((queue) => (
          <li key={queue.key}>
            <button type="button" aria-current={queue.key === at ? "true" : undefined} onClick={() => go(queue.key)}>
              {queue.name} <Total query={queue.query} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Total({ query }: { query: Record<string, string> }) {
  const { data } = useQuery({
    queryKey: ["counts", "orders", query],
    queryFn: () => read<{ total: string }>("/orders", { ...query, limit: 1 }),
  });
  return <span>{data ? count(data.total) : ""}</span>;
}

export default function UnitDesk() {
  const [{ queue = "new", order }, go] = usePlace();
  const current = queues.find(({ key }) => key === queue) ?? queues[0]!;
  return (
    <main id="main" className="columns queue">
      <Queues at={current.key} go={(key) => go({ queue: key, order: undefined })} />
      <section className="panel" aria-label={current.name}>
        <Listing<OrderRow>
          key={current.key}
          noun="orders"
          path="/orders"
          query={current.query}
          what={`${current.name}的工单`}
          columns={columns}
          empty={current.empty}
          open={(row) => go({ order: row.id })}
          opened={order ?? null}
        />
      </section>
      <section className="stack" aria-label="这件工单">
        {order ? (
          <OrderPane key={order} id={order} first={FIRST} always={ALWAYS} />
        ) : (
          <p className="panel empty">从清单里选一件工单，在这里看和办。</p>
        )}
      </section>
    </main>
  );
}
