/** 数据异议: what was held against the data, what the platform said or corrected, how it was settled. */
import { useState } from "react";
import { actorWords } from "../order/actorWords.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { allowanceOf } from "../ui/allowance.ts";
import { UpheldField } from "../ui/UpheldField.tsx";
import { type FormProps, WordsForm } from "../ui/WordsForm.tsx";
import { when } from "../ui/when.ts";
import { COUNTIES, inspects, isCounty, type Objection, pathOf, type Report } from "./data.ts";
import type { Doing } from "./ReportPane.tsx";

interface Props extends FormProps {
  report: Report;
  doing: Doing;
  open(doing: Doing): void;
}

function Said({ who, at, text }: { who: string; at: string; text: string | null }) {
  const { zone } = useMe().platform;
  return (
    <p>
      {text}
      <span className="meta line">
        {who}　{when(at, zone)}
      </span>
    </p>
  );
}

function Settling({ report, no, ...form }: Omit<Props, "doing" | "open"> & { no: number }) {
  const [upheld, setUpheld] = useState<boolean | null>(null);
  return (
    <WordsForm
      {...form}
      term="处理异议"
      label="理由"
      path={`${pathOf(report)}/objections/${no}/settlement`}
      version={report.version}
      nouns={COUNTIES}
      text=""
      said="异议已处理。"
      more={upheld === null ? null : { upheld }}
    >
      {(tried) => <UpheldField value={upheld} set={setUpheld} tried={tried} />}
    </WordsForm>
  );
}

function Next({ objection, doing, open, report, ...form }: Props & { objection: Objection }) {
  const { role } = useMe();
  const { no } = objection;
  const [answer, settle] = [allowanceOf(objection, "answerObjection"), allowanceOf(objection, "settleObjection")];
  if (doing?.form === "answer" && doing.no === no)
    return (
      <WordsForm
        {...form}
        term="答复异议"
        label="答复"
        path={`${pathOf(report)}/objections/${no}/answer`}
        version={report.version}
        nouns={COUNTIES}
        text=""
        said="已答复，等市里处理。"
        more={{}}
      />
    );
  if (doing?.form === "settle" && doing.no === no) return <Settling {...form} report={report} no={no} />;
  if (doing || objection.settlement) return null;
  if (isCounty(role) && answer.allowed)
    return (
      <div className="row">
        <Act words="答复" small onAct={() => open({ form: "answer", no })} />
        <span className="meta">数确实不对的，用上面的“更正”</span>
      </div>
    );
  if (!inspects(role)) return null;
  return (
    <div className="row">
      <Act
        words="处理"
        small
        grey={settle.allowed ? null : settle.sentence!}
        onAct={() => open({ form: "settle", no })}
      />
      {settle.allowed ? null : (
        <span className="second">
          {settle.sentence}
          {settle.next}
        </span>
      )}
    </div>
  );
}

function One(props: Props & { objection: Objection }) {
  const { zone } = useMe().platform;
  const { no, findingName, text, raisedAt, raisedBy, answerBy, answer, correctedAt, settlement } = props.objection;
  return (
    <li className="form">
      <div>
        <p className="row">
          <strong>异议 {no}</strong>
          {findingName ? <span className="tag">{findingName}</span> : null}
          {settlement ? (
            <span className={settlement.upheld ? "tag red" : "tag green"}>{settlement.upheld ? "成立" : "不成立"}</span>
          ) : (
            <span className="tag amber">没有处理完</span>
          )}
        </p>
        <Said who={actorWords(raisedBy)} at={raisedAt} text={text} />
        {answer ? <Said who={`答复：${actorWords(answer.by)}`} at={answer.at} text={answer.text} /> : null}
        {correctedAt ? <p className="second">{when(correctedAt, zone)}重新报过。</p> : null}
        {!answer && !correctedAt && !settlement ? (
          <p className="second">请在 {when(answerBy, zone)} 前答复或更正。</p>
        ) : null}
        {settlement ? (
          <Said who={`处理：${actorWords(settlement.by)}`} at={settlement.at} text={settlement.text} />
        ) : null}
      </div>
      <Next {...props} />
    </li>
  );
}

export function ObjectionList(props: Props) {
  const { objections } = props.report;
  return (
    <section className="panel" aria-label="异议">
      <header>
        <h2>异议</h2>
        <span className="meta">{objections.length > 0 ? `${objections.length} 件` : ""}</span>
      </header>
      {objections.length === 0 ? <p className="in">没有异议。</p> : null}
      {objections.length > 0 ? (
        <ul className="in objections">
          {objections.map((objection) => (
            <One key={objection.no} {...props} objection={objection} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}
