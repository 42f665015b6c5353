/** 建议和依据: whom to send it to and why, so that nobody has to take it on trust. */
import { useMe } from "../shell/session.ts";
import { count } from "../ui/number.ts";
import { dayOf } from "../ui/when.ts";
import type { Proposal } from "./proposals.ts";

export function DirectoryRow({ row }: { row: Proposal["directory"] }) {
  if (!row) return <p className="second">派单目录没有这一类。</p>;
  return (
    <p>
      <strong>{row.unitName}</strong>
      <span className="second">
        {"　"}
        {row.placeName ? `限${row.placeName}，` : "全市，"}
        {row.basis}，自 {row.from} 起
      </span>
      {row.assumption ? <span className="tag amber beside">假定，未公布</span> : null}
      <span className="meta">　出处：{row.source}</span>
    </p>
  );
}

export function Precedents({ of: { since, areaName, orders, units } }: { of: Proposal["precedents"] }) {
  const { platform } = useMe();
  const where = `${areaName ?? "全市"}同类，${dayOf(since, platform.zone)}以来`;
  if (orders === 0) return <p className="second">{where}没有派过。</p>;
  return (
    <p>
      <span className="second">
        {where}派过 {count(orders)} 次：
      </span>
      {units.slice(0, 4).map(({ unit, unitName, orders: own, returned }) => (
        <span key={unit} className="precedent">
          {unitName} {count(own)} 次，退单 {count(returned)} 次
        </span>
      ))}
      {units.length > 4 ? <span className="meta">另 {units.length - 4} 个单位</span> : null}
    </p>
  );
}

export const Ground = ({ proposal }: { proposal: Proposal }) => (
  <div className="says ground">
    <p>
      建议 <strong>{proposal.unitName ?? "不出来"}</strong>
      <span className="second">　{proposal.words}</span>
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
