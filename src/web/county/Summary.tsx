/** 这个月怎样了, and what may be done next. */
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { dateWords } from "../../domain/calendar/civil.ts";
import { periodName } from "../../domain/calendar/period.ts";
import { actorWords } from "../order/actorWords.ts";
import { act } from "../shell/ask.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { allowanceOf } from "../ui/allowance.ts";
import { Failure } from "../ui/Failure.tsx";
import { when } from "../ui/when.ts";
import { type Allowance, COUNTIES, inspects, isCounty, judges, pathOf, pointWords, type Report } from "./data.ts";
import { StateTag } from "./ReportList.tsx";
import type { Doing } from "./ReportPane.tsx";

interface Props {
  report: Report;
  doing: Doing;
  open(doing: Doing): void;
  done(words: string): void;
}

/** 传表: read whole or not at all; what is wrong is said cell by cell. */
function useFile(report: Report, done: (words: string) => void) {
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = async (file: File) => {
    setBusy(true);
    setError(null);
    try {
      await act(`${pathOf(report)}/file`, null, { file, version: report.version });
      for (const noun of COUNTIES) client.invalidateQueries({ queryKey: [noun] });
      done("表已收下，数都存好了。");
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  return { send, error, busy };
}

function FileAct({ report, done }: Pick<Props, "report" | "done">) {
  const chooser = useRef<HTMLInputElement>(null);
  const { send, error, busy } = useFile(report, done);
  const may = allowanceOf(report, "deliver");
  return (
    <>
      <a href={`/api/v1${pathOf(report)}/template`} download>
        下载填好平台和日期的表格
      </a>
      <Act
        words="传填好的表格"
        busy={busy}
        grey={may.allowed ? null : may.sentence!}
        onAct={() => chooser.current?.click()}
      />
      <input
        ref={chooser}
        type="file"
        accept=".xlsx"
        hidden
        aria-label="填好的表格"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) send(file);
          target.value = "";
        }}
      />
      {error ? <Failure error={error} /> : null}
    </>
  );
}

const Reason = ({ allowances }: { allowances: readonly Allowance[] }) =>
  allowances
    .filter(({ allowed }) => !allowed)
    .map(({ action, term, sentence, next }) => (
      <p className="second" key={action}>
        还不能{term}：{sentence}
        {next}
      </p>
    ));

function Acts({ report, open, done }: Omit<Props, "doing">) {
  const { role } = useMe();
  const [deliver, raise, judge] = (["deliver", "raiseObjection", "judgeAccuracy"] as const).map((action) =>
    allowanceOf(report, action),
  ) as [Allowance, Allowance, Allowance];
  const grey = ({ allowed, sentence }: Allowance) => (allowed ? null : sentence!);
  const shown = [isCounty(role) ? deliver : [], inspects(role) ? raise : [], judges(role) ? judge : []].flat();
  return (
    <>
      <div className="row">
        {isCounty(role) ? (
          <>
            <Act
              words={report.version === 0 ? "填表上报" : "更正"}
              primary
              grey={grey(deliver)}
              onAct={() => open({ form: "deliver" })}
            />
            <FileAct report={report} done={done} />
          </>
        ) : null}
        {inspects(role) ? (
          <Act words="提异议" grey={grey(raise)} onAct={() => open({ form: "raise", finding: null, text: "" })} />
        ) : null}
        {judges(role) ? (
          <Act
            words={report.verdict ? "重新评定准确度" : "评定准确度"}
            primary
            grey={grey(judge)}
            onAct={() => open({ form: "judge" })}
          />
        ) : null}
      </div>
      <Reason allowances={shown} />
    </>
  );
}

const accuracyWords = ({ accuracy, state, stateName }: Report): string =>
  accuracy === null ? (state === "reopened" ? stateName : "还没有评定") : pointWords(accuracy);

/** 最近一次评定, and for which edition it was given: after other numbers it doesn't hold */
function LastVerdict({ report: { deliveries, accuracy } }: { report: Report }) {
  const { zone } = useMe().platform;
  const judged = deliveries.find(({ verdicts }) => verdicts.length > 0);
  const last = judged?.verdicts.at(-1);
  const brought = deliveries.find((one) => one.accuracy !== null);
  if (!judged && accuracy === null && brought?.accuracy != null)
    return (
      <span className="meta line">
        第 {brought.no} 版导入时有 {pointWords(brought.accuracy)}，以后数改过，不再作数
      </span>
    );
  if (!judged || !last) return null;
  return (
    <span className="meta line">
      {accuracy === null ? `第 ${judged.no} 版评过 ${pointWords(last.points)}，以后数改过，不再作数　` : ""}
      {last.text}　{actorWords(last.by)}　{when(last.at, zone)}
    </span>
  );
}

export function Summary({ report, doing, open, done }: Props) {
  const { role, platform } = useMe();
  const { zone } = platform;
  const { county, month, due, deliveredAt, edition, fullAccuracy } = report;
  return (
    <section className="panel" aria-label="这个月">
      <header>
        <h2>
          {county}　{periodName(month)}
        </h2>
        <StateTag row={report} />
      </header>
      <div className="in form">
        <dl className="facts">
          <dt>上报期限</dt>
          <dd>{dateWords(due)} 24:00</dd>
          <dt>最近一次上报</dt>
          <dd>{deliveredAt ? `${when(deliveredAt, zone)}　第 ${edition} 版` : "还没有报"}</dd>
          <dt>数据准确度</dt>
          <dd>
            {accuracyWords(report)}
            {fullAccuracy === null ? "" : `（满分 ${pointWords(fullAccuracy)}）`}
            <LastVerdict report={report} />
          </dd>
        </dl>
        {doing ? null : <Acts report={report} open={open} done={done} />}
        {isCounty(role) && report.accuracy !== null ? (
          <p className="second">准确度已经评定，改了数要由热线办重新评定。</p>
        ) : null}
      </div>
    </section>
  );
}
