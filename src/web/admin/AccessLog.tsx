/** 访问日志: who did or looked at what, when, why and from where; read only. */
import { Input, Select } from "antd";
import { useState } from "react";
import type { z } from "zod";
import type { accessLogPage } from "../../contract/access/accessLog.ts";
import { type LoggedKind, loggedWords } from "../../domain/access/logged.ts";
import { roleNames } from "../../domain/access/role.ts";
import { startOfDay } from "../../domain/calendar/zone.ts";
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { type Column, Listing } from "../ui/Listing.tsx";
import { when } from "../ui/when.ts";
import { operationWords } from "./operationWords.ts";

type Row = z.output<typeof accessLogPage>["rows"][number] & { id: string };

const about = ({ subjectKind, subjectId }: Row): string =>
  subjectKind === null ? "" : loggedWords(subjectKind as LoggedKind, subjectId ?? "");

const columnsIn = (zone: string): Column<Row>[] => [
  { head: "时间", cell: ({ at }) => when(at, zone), width: "104px" },
  {
    head: "谁",
    cell: ({ number, role }) => (
      <>
        {number || roleNames[role]}
        {number ? <div className="meta">{roleNames[role]}</div> : null}
      </>
    ),
    width: "140px",
  },
  { head: "做了什么", cell: ({ operation }) => operationWords[operation] ?? "其他操作", width: "112px" },
  { head: "对什么", cell: about, width: "96px" },
  { head: "理由", cell: ({ reason }) => reason ?? "" },
];

function Opened({ row }: { row: Row }) {
  const { platform } = useMe();
  return (
    <div className="panel">
      <header>
        <h2>{operationWords[row.operation] ?? "其他操作"}</h2>
        <span className="end meta">第 {row.no} 条</span>
      </header>
      <dl className="facts in">
        <dt>时间</dt>
        <dd>{when(row.at, platform.zone)}</dd>
        <dt>谁</dt>
        <dd>
          {row.number} {roleNames[row.role]}
        </dd>
        <dt>从哪里</dt>
        <dd>{row.address || "本机"}</dd>
        {row.subjectKind ? (
          <>
            <dt>对什么</dt>
            <dd>
              {about(row)} <span className="meta">{row.subjectId}</span>
            </dd>
          </>
        ) : null}
        <dt>理由</dt>
        <dd>{row.reason ?? "没有写"}</dd>
        {row.filter ? (
          <>
            <dt>查了什么</dt>
            <dd>{row.filter}</dd>
          </>
        ) : null}
        {row.found === null ? null : (
          <>
            <dt>查到</dt>
            <dd>{row.found} 件</dd>
          </>
        )}
      </dl>
    </div>
  );
}

const choices = Object.entries(operationWords).map(([value, label]) => ({ value, label }));

export function AccessLog() {
  const { platform } = useMe();
  const [{ row, operation, from, until, subject }, go] = usePlace();
  const [rows, setRows] = useState<Row[]>([]);
  const instant = (date: string | undefined) =>
    date ? new Date(startOfDay(date, platform.zone)).toISOString() : undefined;
  const query = { operation, subject, from: instant(from), until: instant(until) };
  const opened = rows.find(({ id }) => id === row);
  const clear = () => go({ operation: undefined, from: undefined, until: undefined, subject: undefined });
  return (
    <>
      <section className="panel" aria-label="访问日志">
        <header>
          <h2>访问日志</h2>
          <Select
            className="narrow"
            aria-label="做了什么"
            allowClear
            placeholder="全部操作"
            options={choices}
            value={operation ?? null}
            onChange={(next) => go({ operation: next ?? undefined })}
          />
          <Input
            className="date"
            aria-label="自哪天起"
            type="date"
            value={from ?? ""}
            onChange={({ target }) => go({ from: target.value || undefined })}
          />
          <span className="second">到</span>
          <Input
            className="date"
            aria-label="到哪天（不含）"
            type="date"
            value={until ?? ""}
            onChange={({ target }) => go({ until: target.value || undefined })}
          />
        </header>
        <Listing<Row>
          idOf={({ no }) => String(no)}
          noun="log"
          path="/access-log"
          query={query}
          what="访问日志"
          columns={columnsIn(platform.zone)}
          empty={
            <>
              没有符合条件的记录。 <Act words="清除筛选" small onAct={clear} />
            </>
          }
          open={({ id }) => go({ row: id })}
          opened={row ?? null}
          onRows={setRows}
        />
      </section>
      <section className="stack" aria-label="这一条">
        {opened ? (
          <Opened row={opened} />
        ) : (
          <p className="panel empty">
            从清单里选一条，看它的全部。日志不能改；满了保存期限由系统删去，别的时候谁也不能删。
          </p>
        )}
      </section>
    </>
  );
}
