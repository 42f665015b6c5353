/** 质检: samples, what was done, the score sheet; who was judged sees his own and may object. */
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { read } from "../shell/ask.ts";
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { count } from "../ui/number.ts";
import { Draws } from "./Draws.tsx";
import { isJudged, mayDraw, type SampleRow } from "./data.ts";
import { ResultTable } from "./ResultTable.tsx";
import { SampleList } from "./SampleList.tsx";
import { SamplePane } from "./SamplePane.tsx";
import "./inspection.css";

export interface Queue {
  key: string;
  name: string;
  query: Record<string, string>;
  empty: string;
}

const queues: readonly Queue[] = [
  { key: "waiting", name: "待评", query: { state: "waiting" }, empty: "没有待评的样本。到“抽样”里抽一批。" },
  { key: "scored", name: "已评", query: { state: "scored" }, empty: "还没有评过的样本。" },
  { key: "objected", name: "有异议", query: { state: "objected" }, empty: "没有等裁定的异议。" },
  { key: "ruled", name: "已裁定", query: { state: "ruled" }, empty: "没有裁定过的异议。" },
];
/** of whoever was judged */
const ownEmpty = "还没有评到您的。评过以后会出现在这里，有不同意见可以提异议。";

function Total({ query }: { query: Record<string, string> }) {
  const { data } = useQuery({
    queryKey: ["counts", "samples", query],
    queryFn: () => read<{ total: string }>("/inspection-samples", { ...query, limit: 1 }),
  });
  return <span>{data ? count(data.total) : ""}</span>;
}

const views: readonly (Pick<Queue, "key" | "name"> & { query?: undefined })[] = [
  { key: "draws", name: "抽样" },
  { key: "results", name: "结果" },
];

function Queues({ at, go }: { at: string; go(key: string): void }) {
  const { role } = useMe();
  const own = isJudged(role);
  const shown = own ? queues.slice(1) : queues;
  const beside = own ? views.slice(1) : views;
  return (
    <nav className="in queues chips" aria-label="质检分类">
      <ul>
        {[...shown, ...beside].map(({ key, name, query }) => (
          <li key={key}>
            <button type="button" aria-current={key === at ? "true" : undefined} onClick={() => go(key)}>
              {name} {query ? <Total query={query} /> : null}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export default function InspectionDesk() {
  const { role } = useMe();
  const [{ queue = isJudged(role) ? "scored" : "waiting", sample }, go] = usePlace();
  const rows = useRef<SampleRow[]>([]);
  const current = queues.find(({ key }) => key === queue) ?? queues[0]!;
  const next = () => {
    const left = rows.current.filter(({ id }) => id !== sample);
    go({ sample: current.key === "waiting" ? left[0]?.id : sample });
  };
  const list = <Queues at={queue} go={(key) => go({ queue: key, sample: undefined })} />;
  if (queue === "draws" && !isJudged(role))
    return (
      <main id="main" className="stack">
        <div className="panel">{list}</div>
        <Draws may={mayDraw(role)} />
      </main>
    );
  if (queue === "results")
    return (
      <main id="main" className="stack">
        <div className="panel">{list}</div>
        <ResultTable />
      </main>
    );
  return (
    <main id="main" className="columns inspection">
      <section className="panel" aria-label={current.name}>
        {list}
        <SampleList
          key={current.key}
          queue={current}
          empty={isJudged(role) ? ownEmpty : current.empty}
          opened={sample ?? null}
          open={(id) => go({ sample: id })}
          onRows={(read) => {
            rows.current = read;
          }}
        />
      </section>
      {sample ? (
        <SamplePane key={sample} id={sample} next={next} />
      ) : (
        <p className="panel empty wide-cell">从清单里选一件（J、K 移动，Enter 打开），在这里看和评。</p>
      )}
    </main>
  );
}
