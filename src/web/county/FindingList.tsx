/** 查出的问题, each with its reason; whoever inspects makes an objection of it. */
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { inspects, type Report } from "./data.ts";
import type { Doing } from "./ReportPane.tsx";

type Finding = Pick<Report["findings"][number], "certain" | "kindName" | "sentence">;

export const FindingWords = ({ certain, kindName, sentence }: Finding) => (
  <>
    <span className={certain ? "tag red" : "tag amber"}>{certain ? "有错" : "待看"}</span> {kindName}：{sentence}
  </>
);

export function FindingList({ report, open }: { report: Report; open(doing: Doing): void }) {
  const { role } = useMe();
  const { findings } = report;
  return (
    <section className="panel" aria-label="数据检查">
      <header>
        <h2>数据检查</h2>
        <span className="meta">与自己、与逐日明细、与市里的记录、与上个月对</span>
      </header>
      {findings.length === 0 ? <p className="in">没有查出问题。</p> : null}
      {findings.length > 0 ? (
        <ul className="in findings">
          {findings.map(({ kind, ...finding }) => (
            <li key={finding.sentence} className="row">
              <span>
                <FindingWords {...finding} />
              </span>
              {inspects(role) ? (
                <Act
                  words="据此提异议"
                  small
                  onAct={() => open({ form: "raise", finding: kind, text: `${finding.sentence}请核对。` })}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
