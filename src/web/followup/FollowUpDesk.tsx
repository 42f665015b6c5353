/** 回访台: whom to ask today, by deadline and age; one call beside it. */

import { useState } from "react";
import type { OrderRow } from "../order/data.ts";
import { OrderPane } from "../order/OrderPane.tsx";
import { inOwnKeys } from "../shell/ownKeys.ts";
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { type Column, Listing } from "../ui/Listing.tsx";
import { useLimitWords } from "../ui/limitWords.ts";
import { nextOf } from "../ui/next.ts";
import { type Queue, Queues } from "../ui/Queues.tsx";
import { dayOf } from "../ui/when.ts";
import { CallPane } from "./CallPane.tsx";
import "./followup.css";
import { Attempts, Figures } from "./Side.tsx";

interface FollowUpQueue extends Queue {
  empty: string;
  /** the limit by which its rows come, told where there is none */
  limit?: string;
}

const queues: readonly FollowUpQueue[] = [
  {
    key: "due",
    name: "今日应回访",
    path: "/orders",
    query: { followUp: "due" },
    empty: "没有今天该回访的。",
    limit: "followUp",
  },
  { key: "later", name: "以后到期", path: "/orders", query: { followUp: "later" }, empty: "没有以后到期的。" },
  {
    key: "dissatisfied",
    name: "不满意待定",
    path: "/orders",
    query: { stage: "followedUp", rating: "dissatisfied", sort: "turn" },
    empty: "没有不满意、等着决定重办或归档的工单。",
  },
];

/** 没有时说什么 */
function useEmpty({ empty, limit }: FollowUpQueue): string {
  const words = useLimitWords(limit ?? "followUp");
  return limit === undefined || words === "" ? empty : `${empty}${words}，到时会出现在这里。`;
}

const FIRST = ["reopen", "close"];

/** 试过几次 */
function Tries({ followUp }: OrderRow) {
  if (!followUp || followUp.attempts === 0) return <>首次</>;
  return <>{followUp.channel === "sms" ? "短信" : `第 ${followUp.attempts + 1} 次`}</>;
}

const columnsOf = (zone: string): Column<OrderRow>[] => [
  {
    head: "应回访",
    cell: ({ followUp, movedAt }) => dayOf(new Date(Date.parse(followUp?.dueAt ?? movedAt) - 1).toISOString(), zone),
    width: "84px",
  },
  {
    head: "诉求",
    cell: (row) => (
      <>
        {row.title ?? row.categoryName}
        <span className="meta line">{row.leadName}</span>
      </>
    ),
  },
  { head: "试过", cell: (row) => <Tries {...row} />, width: "76px" },
];

export default function FollowUpDesk() {
  const [{ queue = "due", order }, go] = usePlace();
  const current = queues.find(({ key }) => key === queue) ?? queues[0]!;
  const { platform } = useMe();
  const empty = useEmpty(current);
  const [rows, setRows] = useState<OrderRow[]>([]);
  const [said, setSaid] = useState("");
  const next = (words: string) => {
    setSaid(words);
    go({ order: order && nextOf(rows, order) });
  };
  return (
    <main id="main" className="columns three follow-up">
      <section className="stack" aria-label="工作清单">
        <Queues label="回访分类" queues={queues} at={current.key} go={(key) => go({ queue: key, order: undefined })} />
        <div className="panel">
          <Listing<OrderRow>
            key={current.key}
            noun="orders"
            path={current.path}
            query={current.query}
            what={`${current.name}的工单`}
            columns={columnsOf(platform.zone)}
            empty={empty}
            open={(row) => {
              setSaid("");
              go({ order: row.id });
            }}
            opened={order ?? null}
            onRows={setRows}
          />
        </div>
      </section>
      <section className="stack" aria-label="这次回访">
        <p role="status" className={said ? "told" : "unseen"}>
          {said}
        </p>
        {!order ? (
          <p className="panel empty">{inOwnKeys("从清单里选一件，按 F2 拨打，照脚本一句一句说。")}</p>
        ) : current.key === "dissatisfied" ? (
          <OrderPane key={order} id={order} first={FIRST} always={FIRST} />
        ) : (
          <CallPane key={order} id={order} done={next} />
        )}
      </section>
      <aside className="stack" aria-label="这件和本周">
        {order ? (
          <section className="panel" aria-label="回访经过">
            <header>
              <h2>回访经过</h2>
            </header>
            <Attempts id={order} />
          </section>
        ) : null}
        <section className="panel" aria-label="评价">
          <header>
            <h2>满意率和参评率</h2>
            <span className="meta">按回访时间计，两个数一起看</span>
          </header>
          <Figures />
        </section>
      </aside>
    </main>
  );
}
