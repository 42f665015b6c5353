/** 通知: what the hotline has told this unit or role, the unread first; opening one marks it read and shows its matter beside it. */
import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { periodName } from "../../domain/calendar/period.ts";
import { shownTo } from "../order/first.ts";
import { OrderPane } from "../order/OrderPane.tsx";
import "../order/order.css";
import "../order/phone.css";
import { usePlace } from "../shell/place.ts";
import { useSend } from "../shell/send.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { type Column, Listing } from "../ui/Listing.tsx";
import { Open } from "../ui/Open.tsx";
import { when } from "../ui/when.ts";
import type { Notice } from "./data.ts";
import "./notice.css";

const abouts: Record<Notice["subject"], string> = {
  order: "工单",
  request: "诉求",
  call: "来电",
  announcement: "热线办通知",
  countyMonth: "县级月报",
  mysteryCall: "拨测",
};

/** 接着办的地方, where the matter has a page of its own */
function Next({ notice: { subject, subjectId, month, county } }: { notice: Notice }) {
  if (month === null || county === null) return null;
  const name = `${county}${periodName(month)}`;
  return subject === "countyMonth" ? (
    <Open to="/county" place={{ month, county }}>
      打开{name}的月报
    </Open>
  ) : (
    <Open to="/mystery" place={{ month, call: subjectId }}>
      打开{name}的这通拨测
    </Open>
  );
}

const columnsOf = (zone: string): Column<Notice>[] => [
  {
    head: "通知",
    cell: ({ sentence, readAt }) => (
      <span className={readAt === null ? "unread" : "read"}>
        {readAt === null ? <span className="tag blue">未读</span> : null} {sentence}
      </span>
    ),
  },
  { head: "关于", cell: ({ subject }) => abouts[subject], width: "96px" },
  { head: "时间", cell: ({ at }) => <span className="meta">{when(at, zone)}</span>, width: "148px" },
];

/** 谁读的: one of a unit reads for all of it */
function Told({ notice }: { notice: Notice }) {
  const { platform } = useMe();
  return (
    <section className="panel" aria-label="通知">
      <header>
        <h2>{abouts[notice.subject]}</h2>
        <span className="meta">{when(notice.at, platform.zone)}</span>
      </header>
      <div className="in stack">
        <p>{notice.sentence}</p>
        <Next notice={notice} />
        <p className="meta">
          {notice.readAt === null
            ? "还没有标为已读。"
            : `${when(notice.readAt, platform.zone)} 由 ${notice.readBy} 先读。`}
        </p>
      </div>
    </section>
  );
}

const renewed = <P extends { rows: Notice[] }>(page: P, read: Notice): P => ({
  ...page,
  rows: page.rows.map((row) => (row.id === read.id ? read : row)),
});

function Opened({ notice, back }: { notice: Notice; back(): void }) {
  const { role } = useMe();
  const lead = () => <Told notice={notice} />;
  if (notice.subject === "order")
    return <OrderPane key={notice.id} id={notice.subjectId} {...shownTo(role)} {...{ lead, back }} bar />;
  return (
    <>
      <button type="button" className="back" onClick={back}>
        ‹ 回清单
      </button>
      <Told notice={notice} />
    </>
  );
}

const ofCounty = "没有通知。对月报的异议、准确度的评定和拨测的评分会出现在这里。";

export default function NoticePage() {
  const { platform, role } = useMe();
  const [{ notice: at }, go] = usePlace();
  const [rows, setRows] = useState<Notice[]>([]);
  const [opened, setOpened] = useState<Notice | null>(null);
  const client = useQueryClient();
  const { send, error, busy } = useSend<Notice>([], (read) => {
    setOpened((before) => (before?.id === read.id ? read : before));
    // read ones go below the others only when the list is next read: nothing moves under the pointer
    client.setQueriesData<InfiniteData<{ rows: Notice[] }>>(
      { queryKey: ["notices", "/notices"] },
      (known) => known && { ...known, pages: known.pages.map((page) => renewed(page, read)) },
    );
    client.invalidateQueries({ queryKey: ["notices", "unread"] });
  });
  const mark = (id: string) => send({ path: `/notices/${id}/read`, body: {} });
  const open = (row: Notice) => {
    setOpened(row);
    go({ notice: row.id });
    if (row.readAt === null) mark(row.id);
  };
  const shown = at === undefined ? null : (rows.find(({ id }) => id === at) ?? (opened?.id === at ? opened : null));
  return (
    <main id="main" className={`unit stack${shown ? " opened" : ""}`}>
      <div className="columns desk">
        <section className="panel list-side notices" aria-label="通知清单">
          <header>
            <h1>通知</h1>
            <span className="meta">打开的标为已读；{role === "county" ? "平台" : "同一单位"}里一人读过，就算读过</span>
          </header>
          {error ? <Failure error={error} /> : null}
          <Listing<Notice>
            noun="notices"
            path="/notices"
            query={{}}
            what="通知"
            columns={columnsOf(platform.zone)}
            empty={role === "county" ? ofCounty : "没有通知。派来的工单、催办、督办和热线的通知会出现在这里。"}
            open={open}
            opened={at ?? null}
            onRows={setRows}
          />
        </section>
        <section className="stack order-side" aria-label="这条通知">
          {shown ? (
            <>
              {shown.readAt === null && !busy ? (
                <Act words="标为已读" press="Alt+D" onAct={() => mark(shown.id)} />
              ) : null}
              <Opened notice={shown} back={() => go({ notice: undefined })} />
            </>
          ) : (
            <p className="panel empty">从清单里选一条，在这里看说的是哪件事，接着办。</p>
          )}
        </section>
      </div>
    </main>
  );
}
