/** 定稿前检查: one list, each line with what to do and where. */
import { usePlace } from "../../shell/place.ts";
import { Failure } from "../../ui/Failure.tsx";
import { count } from "../../ui/number.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import { anchorOf } from "./ContentsList.tsx";
import { type Checks as Answer, useChecks } from "./data.ts";

type Row = Answer["rows"][number];

/** how urgent each is: before freezing, or for whoever has the time */
const colours: Record<Row["kind"], string> = {
  lost: "red",
  contradiction: "red",
  changed: "amber",
  rewritten: "amber",
  typed: "amber",
  orphan: "amber",
  open: "",
  empty: "",
  running: "amber",
};

export function Checks({ period }: { period: string }) {
  const [, go] = usePlace();
  const { data, error, refetch } = useChecks(period);
  const show = ({ section, paragraph, kind }: Row) => {
    if (section) document.getElementById(anchorOf(section))?.scrollIntoView({ block: "start" });
    if (paragraph && section && kind !== "open") go({ paragraph });
  };
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!data) return <Waiting what="检查" rows={4} />;
  if (data.total === 0) return <p className="in">检查过了，没有要看的。</p>;
  return (
    <>
      <p className="in meta" role="status">
        {count(data.total)} 处{data.rows.length < data.total ? `，这里列出前 ${data.rows.length} 处` : ""}；红的先改
      </p>
      <ul className="in checks">
        {data.rows.map((row) => (
          <li key={`${row.kind} ${row.paragraph} ${row.sentence}`}>
            <span className={`tag ${colours[row.kind]}`}>{row.kindName}</span> {row.sentence}
            <span className="meta line">
              {row.next}{" "}
              {row.section ? (
                <button type="button" className="go" onClick={() => show(row)} aria-label={`去看：${row.sentence}`}>
                  去看
                </button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
