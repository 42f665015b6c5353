/** 分类: what waits at a desk, each with how much there is of it. */
import { useQuery } from "@tanstack/react-query";
import { type Query, read } from "../shell/ask.ts";
import { count } from "./number.ts";

export interface Queue {
  key: string;
  name: string;
  path: string;
  query: Query;
  /** where its rows come all at once, without a total; else of how many it is told */
  whole?: boolean;
  /** nothing in it waits */
  uncounted?: boolean;
}

interface QueuesProps {
  label: string;
  queues: readonly Queue[];
  at: string;
  go(key: string): void;
}

type Answer = { total: string } | unknown[];

function Total({ path, query, whole }: Queue) {
  const { data } = useQuery({
    queryKey: ["counts", path, query],
    queryFn: ({ signal }) => read<Answer>(path, whole ? query : { ...query, limit: 1 }, signal),
  });
  if (!data) return null;
  return <span>{count(Array.isArray(data) ? data.length : data.total)}</span>;
}

export function Queues({ label, queues, at, go }: QueuesProps) {
  return (
    <nav className="panel queues" aria-label={label}>
      <ul>
        {queues.map((queue) => (
          <li key={queue.key}>
            <button type="button" aria-current={queue.key === at ? "true" : undefined} onClick={() => go(queue.key)}>
              {queue.name} {queue.uncounted ? null : <Total {...queue} />}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
