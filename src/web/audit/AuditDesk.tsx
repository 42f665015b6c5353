/** 审核: a published report of any city is given, and what it contradicts itself in stands beside its text. */
import { useState } from "react";
import { count } from "../ui/number.ts";
import type { Finding, Place, ReportAudit } from "./data.ts";
import { FoundPanel } from "./FoundPanel.tsx";
import { GiveReport } from "./GiveReport.tsx";
import { ReportText } from "./ReportText.tsx";
import "./audit.css";

interface Given {
  file: File;
  audit: ReportAudit;
}
export interface Opened {
  finding: Finding;
  place: Place;
}

const saidOf = ({ file, audit: { total } }: Given): string =>
  `“${file.name}”审完了，${total === 0 ? "没有发现互相矛盾的数字。" : `发现 ${count(total)} 处。`}`;

export default function AuditDesk() {
  const [given, setGiven] = useState<Given | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const done = (file: File, audit: ReportAudit) => {
    setGiven({ file, audit });
    setOpened(null);
  };
  return (
    <main id="main" className="columns audits">
      <div className="stack">
        <GiveReport done={done} isFirst={given === null} />
        <p role="status" className={given ? "told in" : "unseen"}>
          {given ? saidOf(given) : ""}
        </p>
        {given && given.audit.total > 0 ? <FoundPanel {...given} opened={opened} open={setOpened} /> : null}
      </div>
      {given ? (
        <ReportText lines={given.audit.lines} opened={opened} />
      ) : (
        <p className="panel empty">审完以后，这里是报告的文字；点一处矛盾，就翻到它所在的那一行。</p>
      )}
    </main>
  );
}
