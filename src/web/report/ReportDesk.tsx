/** 月报: each month's editions; what is frozen stays as it is. */
import { useState } from "react";
import { periodFault } from "../../domain/calendar/period.ts";
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { type Column, Listing } from "../ui/Listing.tsx";
import { when } from "../ui/when.ts";
import { type EditionRow, mayFreeze, reportWords } from "./data.ts";
import { DraftDesk } from "./draft/DraftDesk.tsx";
import { EditionPane } from "./EditionPane.tsx";
import { FreezeForm } from "./FreezeForm.tsx";
import { WhatIf } from "./WhatIf.tsx";
import "./report.css";

const columnsFor = (zone: string): Column<EditionRow>[] => [
  {
    head: "报告",
    cell: ({ month, no, stateName, frozenAt, correction }) => (
      <>
        {reportWords(month)}，第 {no} 版　{stateName}
        <span className="meta line">
          {when(frozenAt, zone)}定稿{correction ? `　更正：${correction}` : ""}
        </span>
      </>
    ),
  },
];

export default function ReportDesk() {
  const [{ draft }] = usePlace();
  const fault = draft ? periodFault(draft) : null;
  return draft && !fault ? <DraftDesk key={draft} period={draft} /> : <Editions unread={fault} />;
}

/** `unread`: why what the address asks for is no draft */
function Editions({ unread }: { unread: string | null }) {
  const { role, platform } = useMe();
  const [{ edition }, go] = usePlace();
  const [said, setSaid] = useState("");
  return (
    <main id="main" className="columns reports">
      <div className="stack">
        {unread ? (
          <p className="panel warning" role="alert">
            底稿打不开：{unread}
            {mayFreeze(role) ? "请在下面选好时段，再按“先看、改底稿”。" : "请从下面的清单里选一版。"}
          </p>
        ) : null}
        {mayFreeze(role) ? (
          <section className="panel" aria-label="定一版">
            <header>
              <h2>定一版</h2>
              <span className="meta">取此刻的数字，写成四种文件存下</span>
            </header>
            <p role="status" className={said ? "told in" : "unseen"}>
              {said}
            </p>
            <FreezeForm
              done={({ id, month, no }) => {
                setSaid(`${reportWords(month)}第 ${no} 版已定稿，看过以后签发。`);
                go({ edition: id });
              }}
              draft={(month) => go({ draft: month, edition: undefined })}
            />
          </section>
        ) : null}
        <section className="panel" aria-label="各版">
          <header>
            <h2>各版</h2>
          </header>
          <Listing<EditionRow>
            noun="editions"
            path="/report-editions"
            query={{}}
            what="报告"
            columns={columnsFor(platform.zone)}
            empty="还没有定稿的报告。"
            opened={edition ?? null}
            open={({ id }) => go({ edition: id })}
          />
        </section>
        <WhatIf />
      </div>
      {edition ? (
        <EditionPane key={edition} id={edition} />
      ) : (
        <p className="panel empty">从清单里选一版（J、K 移动，Enter 打开），在这里看文件和不同的数字。</p>
      )}
    </main>
  );
}
