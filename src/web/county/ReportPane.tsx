/** 一个平台的一个月: what to do, the figures, what was found, what was said of it. One form at a time. */
import { useState } from "react";
import { Failure } from "../ui/Failure.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { DeliverForm } from "./DeliverForm.tsx";
import { Deliveries } from "./Deliveries.tsx";
import { useReport } from "./data.ts";
import { FigureTable } from "./FigureTable.tsx";
import { FindingList } from "./FindingList.tsx";
import { ObjectionList } from "./ObjectionList.tsx";
import { RaiseForm } from "./RaiseForm.tsx";
import { Summary } from "./Summary.tsx";
import { VerdictForm } from "./VerdictForm.tsx";

/** 正在填的 */
export type Doing =
  | { form: "deliver" | "judge" }
  | { form: "raise"; finding: string | null; text: string }
  | { form: "answer" | "settle"; no: number }
  | null;

export function ReportPane({ month, county }: { month: string; county: string }) {
  const { data: report, error, refetch } = useReport({ month, county });
  const [doing, setDoing] = useState<Doing>(null);
  // what is sent names the version that stood there when the form was opened, however often the page reads itself again
  const [seen, setSeen] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!report) return <Waiting what={`${county}的月报`} rows={10} />;
  const close = () => setDoing(null);
  const done = (words: string) => {
    setSaid(words);
    close();
  };
  const open = (what: Doing) => {
    setSaid("");
    setSeen(report.version);
    setDoing(what);
  };
  const newest = () => {
    setSeen(null);
    void refetch();
  };
  const form = { report: { ...report, version: seen ?? report.version }, done, close, newest };
  return (
    <div className="stack">
      <p role="status" className={said ? "told" : "unseen"}>
        {said}
      </p>
      <Summary report={report} doing={doing} open={open} done={done} />
      {doing?.form === "deliver" ? <DeliverForm {...form} /> : null}
      {doing?.form === "raise" ? <RaiseForm key={doing.text} {...form} from={doing} /> : null}
      {doing?.form === "judge" ? <VerdictForm {...form} /> : null}
      {report.version > 0 ? (
        <>
          <FigureTable report={report} />
          <FindingList report={report} open={open} />
          <ObjectionList {...form} doing={doing} open={open} />
          <Deliveries report={report} />
        </>
      ) : null}
    </div>
  );
}
