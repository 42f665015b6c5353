/** 审校: what the kept text contradicts itself in, before it is issued. */
import { FindingList } from "../audit/FindingList.tsx";
import "../audit/audit.css";
import { Failure } from "../ui/Failure.tsx";
import { count } from "../ui/number.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { useFindings } from "./data.ts";

export function FindingPanel({ id }: { id: string }) {
  const { data, error, refetch } = useFindings(id);
  return (
    <section className="panel" aria-label="审校">
      <header>
        <h2>审校</h2>
        <span className="meta">只读文字，看数字之间有没有矛盾</span>
      </header>
      {error ? <Failure error={error} again={() => refetch()} /> : null}
      {data ? (
        data.total === 0 ? (
          <p className="in">没有发现互相矛盾的数字。</p>
        ) : (
          <>
            <p className="in meta">
              {count(data.total)} 处{data.rows.length < data.total ? `，这里列出前 ${data.rows.length} 处` : ""}
            </p>
            <FindingList findings={data.rows} />
          </>
        )
      ) : error ? null : (
        <Waiting what="审校" rows={3} />
      )}
    </section>
  );
}
