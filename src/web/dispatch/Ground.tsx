/** 建议和依据: whom to send it to and why, so that nobody has to take it on trust. */
import { dateWords } from "../../domain/calendar/civil.ts";
import { Precedents } from "../ui/Precedents.tsx";
import type { Proposal } from "./proposals.ts";

export function DirectoryRow({ row }: { row: Proposal["directory"] }) {
  if (!row) return <p className="second">派单目录没有这一类。</p>;
  return (
    <p>
      <strong>{row.unitName}</strong>
      <span className="second">
        {"　"}
        {row.placeName ? `限${row.placeName}，` : "全市，"}
        {row.basis}，自{dateWords(row.from)}起
      </span>
      {row.assumption ? <span className="tag amber beside">假定，未公布</span> : null}
      <span className="meta">　出处：{row.source}</span>
    </p>
  );
}

export const Ground = ({ proposal }: { proposal: Proposal }) => (
  <div className="says ground">
    <p>
      建议 <strong>{proposal.unitName ?? "不出来"}</strong>
      <span className="second">
        {"　"}
        {proposal.words}
        {proposal.unit ? "" : "请选择单位。"}
      </span>
    </p>
    <dl className="facts">
      {proposal.directory ? (
        <>
          <dt>目录</dt>
          <dd>
            <DirectoryRow row={proposal.directory} />
          </dd>
        </>
      ) : null}
      <dt>先例</dt>
      <dd>
        <Precedents of={proposal.precedents} />
      </dd>
    </dl>
  </div>
);
