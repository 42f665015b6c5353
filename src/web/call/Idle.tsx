/** 就绪: nobody on the line: who is to be phoned back, and how the last calls were rated. */

import { actorWords } from "../order/actorWords.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { type Column, Listing } from "../ui/Listing.tsx";
import { Simulate } from "../ui/Simulate.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { minutes, when } from "../ui/when.ts";
import { type Call, useLatestCalls } from "./data.ts";
import { Ringing } from "./Ringing.tsx";
import { ratingNames, says, WITHOUT_CALL } from "./words.ts";

const spanOf = (from: string, until: string) => minutes(Date.parse(until) - Date.parse(from));

const missedColumns = (zone: string): Column<Call>[] => [
  { head: "来电", cell: ({ offeredAt }) => when(offeredAt, zone), width: "216px" },
  { head: "等了", cell: ({ offeredAt, endedAt }) => spanOf(offeredAt, endedAt), number: true, width: "72px" },
  { head: "拨过", cell: ({ callbacks }) => `${callbacks.length} 次`, number: true, width: "72px" },
  {
    head: "下一步",
    cell: ({ owesCallback, callbackBy }) =>
      owesCallback && callbackBy ? `${when(callbackBy, zone)} 前回拨` : "已按规定拨过，不再拨",
  },
];

/** a caller with a short way through the menu, so that one needn't wait for him */
const CALLER = { menuSeconds: 2, patienceSeconds: 60 };

function LatestCalls() {
  const { platform } = useMe();
  const { data, error, refetch } = useLatestCalls();
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!data) return <Waiting what="最近的来电" />;
  const answered = data.rows.filter(({ answeredAt }) => answeredAt !== null);
  if (answered.length === 0) return <p className="empty">还没有接过电话。</p>;
  return (
    <table className="list still">
      <thead>
        <tr>
          <th>接听</th>
          <th className="number">通话</th>
          <th>话务员</th>
          <th>通话评价</th>
        </tr>
      </thead>
      <tbody>
        {answered.map(({ id, answeredAt, endedAt, agent, rating }) => (
          <tr key={id}>
            <td>{when(answeredAt!, platform.zone)}</td>
            <td className="number">{spanOf(answeredAt!, endedAt)}</td>
            <td>{agent && actorWords(agent)}</td>
            <td>{rating ? ratingNames[rating] : "—"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Idle({ open }: { open(id: string): void }) {
  const { platform, demonstration } = useMe();
  return (
    <>
      <section className="panel call-bar" aria-label="来电">
        <strong className="state">就绪</strong>
        <Ringing open={open} />
        <span className="end row">
          {demonstration ? (
            <Simulate
              words="模拟一个来电"
              path="/simulator/calls"
              body={CALLER}
              noun="ongoing"
              came="有人拨进来了，过两秒会振铃。"
            />
          ) : null}
          <Act words="登记没有来电的诉求" press="Alt+J" onAct={() => open(WITHOUT_CALL)} />
        </span>
      </section>
      <div className="columns aside">
        <section className="panel" aria-label="待回拨">
          <header>
            <h2>待回拨</h2>
            <span className="meta">漏接的，新的在前；Enter 打开</span>
          </header>
          <Listing<Call>
            noun="calls"
            path="/calls"
            query={{ missed: true }}
            what="待回拨的来电"
            columns={missedColumns(platform.zone)}
            empty={says.noMissed}
            open={({ id }) => open(id)}
          />
        </section>
        <section className="panel" aria-label="最近接的">
          <header>
            <h2>最近接的</h2>
            <span className="meta">评的是通话，不是办理</span>
          </header>
          <LatestCalls />
        </section>
      </div>
    </>
  );
}
