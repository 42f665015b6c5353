/** 发现的矛盾: by how grave they are, one after the other, and to be taken away as a file. */
import { Radio } from "antd";
import { useState } from "react";
import { exchange } from "../shell/ask.ts";
import { useKeys } from "../shell/keys.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { count } from "../ui/number.ts";
import type { Opened } from "./AuditDesk.tsx";
import type { Finding, ReportAudit } from "./data.ts";
import { FindingList } from "./FindingList.tsx";

interface FoundPanelProps {
  file: File;
  audit: ReportAudit;
  opened: Opened | null;
  open(opened: Opened): void;
}

const FORMATS = { xlsx: "Excel 表格", csv: "CSV", json: "JSON" } as const;

function save(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function Exports({ file }: { file: File }) {
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const take = async (format: string) => {
    setBusy(format);
    setError(null);
    try {
      const content = await exchange(`/report-audits/findings.${format}`, file);
      save(content, `${file.name.replace(/\.\w{1,5}$/, "")}-审核结果.${format}`);
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(null);
    }
  };
  return (
    <>
      <div className="row in">
        <span className="second">导出</span>
        {Object.entries(FORMATS).map(([format, words]) => (
          <Act key={format} words={words} small busy={busy === format} onAct={() => take(format)} />
        ))}
      </div>
      {error ? <Failure error={error} /> : null}
    </>
  );
}

type Chosen = Finding["severity"] | "all";

function choicesOf(rows: readonly Finding[]): { value: Chosen; label: string }[] {
  const kinds = [...new Map(rows.map(({ severity, severityName }) => [severity, severityName]))];
  const of = (severity: string) => count(rows.filter((one) => one.severity === severity).length);
  return [
    { value: "all", label: `全部 ${count(rows.length)}` },
    ...kinds.map(([value, name]) => ({ value, label: `${name} ${of(value)}` })),
  ];
}

/** 下一处: J and K go from one to the other, as in a list */
function useSteps(rows: readonly Finding[], opened: Opened | null, open: (opened: Opened) => void): void {
  const step = (by: 1 | -1) => {
    const at = opened ? rows.indexOf(opened.finding) : -1;
    const finding = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
    if (finding?.places[0]) open({ finding, place: finding.places[0] });
  };
  useKeys([
    { press: "J", does: "下一处矛盾", act: () => step(1) },
    { press: "K", does: "上一处矛盾", act: () => step(-1) },
  ]);
}

export function FoundPanel({ file, audit: { rows, total }, opened, open }: FoundPanelProps) {
  const [chosen, setChosen] = useState<Chosen>("all");
  const shown = rows.filter(({ severity }) => chosen === "all" || severity === chosen);
  useSteps(shown, opened, open);
  return (
    <section className="panel" aria-label="发现的矛盾">
      <header>
        <h2>发现的矛盾</h2>
        <span className="meta">
          {rows.length < total ? `共 ${count(total)} 处，这里列出前 ${rows.length} 处；` : ""}J、K 一处处看
        </span>
      </header>
      <div className="in">
        <Radio.Group
          optionType="button"
          aria-label="轻重"
          options={choicesOf(rows)}
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
        />
      </div>
      <FindingList
        findings={shown}
        shown={{ place: opened?.place ?? null, show: (finding, place) => open({ finding, place }) }}
      />
      <Exports file={file} />
    </section>
  );
}
