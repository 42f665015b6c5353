/** 定稿前检查: one list, each line with what to do and where. */
import { ownParagraph } from "../../../domain/report/draft.ts";
import { usePlace } from "../../shell/place.ts";
import { useSend } from "../../shell/send.ts";
import { Act } from "../../ui/Act.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { count } from "../../ui/number.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import { anchorOf } from "./ContentsList.tsx";
import { type Checks as Answer, type DraftView, mustIn, useChecks, useDraftChanged } from "./data.ts";

type Row = Answer["rows"][number];

/** how urgent each is: before freezing, or for whoever has the time */
const colours: Record<Row["kind"], string> = {
  lost: "red",
  running: "red",
  contradiction: "red",
  impossible: "red",
  identifying: "red",
  ruleChanged: "amber",
  recordsLater: "amber",
  changed: "amber",
  rewritten: "amber",
  maybeUnits: "amber",
  typed: "amber",
  orphan: "amber",
  open: "",
  empty: "",
};

/** 不再要的: an edit that no paragraph is left for is taken back */
function TakeBack({ draft, paragraph }: { draft: DraftView; paragraph: string }) {
  const { period, orphans } = draft;
  const changed = useDraftChanged(period);
  const sent = useSend<DraftView>([], changed);
  const version = orphans.find((one) => one.paragraph === paragraph)?.version;
  if (version === undefined) return null;
  const reset = () => sent.send({ path: `/report-drafts/${period}/resets`, body: { paragraph }, version });
  return (
    <>
      <Act words="改回原文" small busy={sent.busy} onAct={reset} />
      {sent.error ? <Failure error={sent.error} again={reset} /> : null}
    </>
  );
}

export function Checks({ draft, may }: { draft: DraftView; may: boolean }) {
  const { period } = draft;
  const [, go] = usePlace();
  const { data, error, refetch } = useChecks(period);
  const show = ({ section, paragraph, kind }: Row) => {
    if (section) document.getElementById(anchorOf(section))?.scrollIntoView({ block: "start" });
    if (kind === "empty") go({ paragraph: ownParagraph(section ?? "") });
    else if (paragraph && kind !== "open") go({ paragraph });
  };
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!data) return <Waiting what="检查" rows={4} />;
  const must = mustIn(data);
  if (data.total === 0) return <p className="in">检查过了，没有要看的。</p>;
  return (
    <>
      <p className="in meta" role="status">
        {count(data.total)} 处{data.rows.length < data.total ? `，这里列出前 ${data.rows.length} 处` : ""}；红的先改
        {must > 0 ? `，其中 ${must} 处不改不能定稿` : ""}
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
              {row.kind === "orphan" && row.paragraph && may ? (
                <TakeBack draft={draft} paragraph={row.paragraph} />
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
