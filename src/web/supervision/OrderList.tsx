/** 一个数的清单, with the ways to push all of it. */
import type { OrderRow } from "../order/data.ts";
import { usePlace } from "../shell/place.ts";
import { Act } from "../ui/Act.tsx";
import { Clock } from "../ui/Clock.tsx";
import { type Column, Listing } from "../ui/Listing.tsx";
import { closed } from "./lists.ts";
import type { Pushing } from "./StockTable.tsx";

export const columns: Column<OrderRow>[] = [
  {
    head: "诉求",
    cell: (row) => (
      <>
        {row.urgent ? <span className="tag red">紧急</span> : null} {row.title ?? row.categoryName}{" "}
        <span className="meta">
          {row.number}　{row.placeName ?? ""}
        </span>
      </>
    ),
  },
  { head: "承办单位", cell: ({ leadName }) => leadName, width: "18%" },
  { head: "本单位时钟", cell: ({ clock }) => <Clock clock={clock} />, width: "26%" },
  { head: "阶段", cell: ({ stageName }) => stageName, width: "88px" },
];

interface OrderListProps {
  filter: Record<string, string>;
  words: string;
  push(what: Pushing): void;
}

export function OrderList({ filter, words, push }: OrderListProps) {
  const [{ order }, go] = usePlace();
  const pushing = (action: Pushing["action"]) => () => push({ action, filter, of: words });
  return (
    <section className="panel" aria-label={words}>
      <header>
        <h2>{words}</h2>
        <span className="end row">
          <Act words="全部催办…" small onAct={pushing("remind")} />
          <Act words="全部督办…" small onAct={pushing("supervise")} />
          <a href={`/api/v1/exports/orders.xlsx?${new URLSearchParams(filter)}`}>导出</a>
          <Act words="收起" press="Esc" small onAct={() => go(closed)} />
        </span>
      </header>
      <Listing<OrderRow>
        key={JSON.stringify(filter)}
        noun="orders"
        path="/orders"
        query={filter}
        what={words}
        columns={columns}
        empty={`没有符合条件的工单。现在只看“${words}”。`}
        open={(row) => go({ order: row.id })}
        opened={order ?? null}
      />
    </section>
  );
}
