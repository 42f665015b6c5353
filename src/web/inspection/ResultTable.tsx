/** 质检结果 by agent or by unit, with the objections beside them. */
import { Input, Radio } from "antd";
import { useState } from "react";
import { firstDay, lastDay } from "../../domain/calendar/month.ts";
import { thisMonth } from "../shell/clock.ts";
import { useMe } from "../shell/session.ts";
import { Failure } from "../ui/Failure.tsx";
import { Field } from "../ui/Field.tsx";
import { count } from "../ui/number.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { percentOf, points, type Results, useResults } from "./data.ts";

type Row = Results["rows"][number];

const rateOf = ({ rate, points: given, full, waiting }: Row) =>
  rate === null || given === null ? (
    <span className="second">手上还有 {waiting} 件没评，评完再看</span>
  ) : (
    <>
      {percentOf(rate)}
      <span className="meta">
        （{points(given)} ÷ {points(full)}）
      </span>
    </>
  );

function Table({ rows, who }: { rows: Row[]; who: string }) {
  return (
    <div className="wide">
      <table className="list">
        <thead>
          <tr>
            <th>{who}</th>
            <th className="number">得分率</th>
            <th className="number">评了（件）</th>
            <th className="number">异议（件）</th>
            <th className="number">异议成立（件）</th>
            <th className="number">待评（件）</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.judged}>
              <td>{row.judgedName}</td>
              <td className="number">{rateOf(row)}</td>
              <td className="number">{count(row.samples)}</td>
              <td className="number">{count(row.objections)}</td>
              <td className="number">{count(row.upheld)}</td>
              <td className="number">{count(row.waiting)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function ResultTable() {
  const { role, platform } = useMe();
  const month = thisMonth(platform.zone);
  const [asked, setAsked] = useState({
    ...{ from: firstDay(month), until: lastDay(month) },
    of: role === "liaison" ? "order" : "call",
  });
  const { data, error, refetch } = useResults(asked);
  const who = asked.of === "call" ? "话务员" : "承办单位";
  return (
    <section className="panel" aria-label="质检结果">
      <div className="in row fields">
        {role === "liaison" || role === "agent" ? null : (
          <Radio.Group
            aria-label="看谁的"
            optionType="button"
            options={[
              { value: "call", label: "话务员" },
              { value: "order", label: "承办单位" },
            ]}
            value={asked.of}
            onChange={({ target }) => setAsked({ ...asked, of: target.value })}
          />
        )}
        {(["from", "until"] as const).map((end) => (
          <Field key={end} label={end === "from" ? "自（评分的日期）" : "到（含）"}>
            {(control) => (
              <Input
                {...control}
                type="date"
                value={asked[end]}
                onChange={({ target }) => target.value && setAsked({ ...asked, [end]: target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {error ? <Failure error={error} again={() => refetch()} /> : null}
      {!data && !error ? <Waiting what="质检结果" /> : null}
      {data && data.rows.length === 0 ? <p className="empty">这个时段还没有评过{who}。</p> : null}
      {data && data.rows.length > 0 ? <Table rows={data.rows} who={who} /> : null}
    </section>
  );
}
