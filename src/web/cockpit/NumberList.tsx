/** 数的清单: requests, orders or calls behind a number; an order can be read and pushed. */
import type { z } from "zod";
import type { callView } from "../../contract/call/call.ts";
import type { requestRow } from "../../contract/request/request.ts";
import type { OrderRow } from "../order/data.ts";
import { OrderPane } from "../order/OrderPane.tsx";
import { type Place, usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { columns as orderColumns } from "../supervision/OrderList.tsx";
import type { Pushing } from "../supervision/StockTable.tsx";
import { Act } from "../ui/Act.tsx";
import { type Column, Listing } from "../ui/Listing.tsx";
import { when } from "../ui/when.ts";
import { closed, filters, type Kind } from "./lists.ts";

type RequestRow = z.output<typeof requestRow>;
type CallRow = z.output<typeof callView>;

const outcomes: Record<RequestRow["outcome"], string> = {
  pending: "待处理",
  firstContact: "在线办结",
  dispatched: "已派发",
  withdrawn: "已撤回",
  merged: "已并单",
  refused: "不予受理",
};

const requestColumns = (zone: string): Column<RequestRow>[] => [
  {
    head: "诉求",
    cell: (row) => (
      <>
        {row.urgent ? <span className="tag red">紧急</span> : null}{" "}
        <span className="one-line">{row.text ?? row.categoryName}</span>
        <span className="meta">
          {row.number}　{row.placeName ?? ""}
        </span>
      </>
    ),
  },
  { head: "分类", cell: ({ typeName, categoryName }) => `${typeName} · ${categoryName}`, width: "20%" },
  { head: "结果", cell: ({ outcome }) => outcomes[outcome], width: "88px" },
  { head: "受理", cell: ({ acceptedAt }) => when(acceptedAt, zone), width: "150px" },
];

const seconds = (from: string, until: string) => Math.round((Date.parse(until) - Date.parse(from)) / 1000);

const callColumns = (zone: string): Column<CallRow>[] => [
  { head: "呼入", cell: ({ offeredAt }) => when(offeredAt, zone) },
  { head: "接通", cell: ({ answeredAt }) => (answeredAt ? "接通" : "未接"), width: "88px" },
  {
    head: "等了",
    number: true,
    cell: ({ queuedAt, offeredAt, answeredAt, endedAt }) =>
      `${seconds(queuedAt ?? offeredAt, answeredAt ?? endedAt)} 秒`,
    width: "100px",
  },
  {
    head: "回拨",
    cell: ({ owesCallback, answeredAt }) => (owesCallback ? "还没有" : answeredAt ? "" : "已回拨"),
    width: "100px",
  },
];

const filterOf = (kind: Kind, place: Place): Record<string, string> =>
  Object.fromEntries(filters[kind].flatMap((name) => (place[name] === undefined ? [] : [[name, place[name]]])));

function Rows({ kind, words, place, go }: { kind: Kind; words: string; place: Place; go(change: Place): void }) {
  const { platform } = useMe();
  const given = { noun: kind, path: `/${kind}`, query: filterOf(kind, place), what: words };
  const empty = `没有符合条件的。现在只看“${words}”。`;
  if (kind === "orders")
    return (
      <Listing<OrderRow>
        {...given}
        columns={orderColumns}
        empty={empty}
        open={({ id }) => go({ order: id })}
        opened={place.order ?? null}
      />
    );
  if (kind === "calls") return <Listing<CallRow> {...given} columns={callColumns(platform.zone)} empty={empty} />;
  return (
    <Listing<RequestRow>
      {...given}
      columns={requestColumns(platform.zone)}
      empty={empty}
      open={({ order }) => go({ order: order ?? undefined })}
    />
  );
}

const isKind = (text: string | undefined): text is Kind => text !== undefined && text in filters;

export function NumberList({ push }: { push(what: Pushing): void }) {
  const [place, go] = usePlace();
  const { role } = useMe();
  const kind: Kind = isKind(place.list) ? place.list : "orders";
  const words = place.of ?? "清单";
  const filter = filterOf(kind, place);
  const pushes = kind === "orders" && (role === "leader" || role === "office" || role === "supervisor");
  return (
    <div className={place.order ? "columns aside" : "columns"}>
      <section className="panel" aria-label={words}>
        <header>
          <h2>{words}</h2>
          <span className="meta">按现在的情况列出</span>
          <span className="end row">
            {pushes ? (
              <Act words="全部督办…" small onAct={() => push({ action: "supervise", filter, of: words })} />
            ) : null}
            <Act words="回到驾驶舱" press="Esc" small onAct={() => go(closed)} />
          </span>
        </header>
        <Rows key={JSON.stringify(filter)} kind={kind} words={words} place={place} go={go} />
      </section>
      {place.order ? (
        <section className="stack" aria-label="这件工单">
          <OrderPane key={place.order} id={place.order} first={["supervise"]} always={[]} />
        </section>
      ) : null}
    </div>
  );
}
