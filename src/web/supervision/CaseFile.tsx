/** 疑难件档案: an order with its whole trail, oldest first, its clocks and hand-overs, ready to print. */

import type { Order } from "../order/data.ts";
import { useOrder, useRequest, useTrail } from "../order/data.ts";
import { Steps } from "../order/TrailList.tsx";
import { serverNow } from "../shell/clock.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { when } from "../ui/when.ts";

const endings: Record<string, string> = { return: "退单", redispatch: "改派" };

function HandOvers({ order, zone }: { order: Order; zone: string }) {
  const returned = (no: number) => order.returns.findLast(({ assignment }) => assignment === no);
  return (
    <table className="list">
      <thead>
        <tr>
          <th>次</th>
          <th>单位</th>
          <th>派出</th>
          <th>签收</th>
          <th>期限</th>
          <th>怎样结束</th>
        </tr>
      </thead>
      <tbody>
        {order.assignments.map((one) => (
          <tr key={one.no}>
            <td>{one.no}</td>
            <td>
              {one.unitName}
              {one.role === "assisting" ? "（协办）" : ""}
            </td>
            <td>{when(one.dispatchedAt, zone)}</td>
            <td>
              {one.acknowledgedAt ? when(one.acknowledgedAt, zone) : "未签收"}
              {one.deemed ? "，视同签收" : ""}
            </td>
            <td>{one.dueAt ? when(one.dueAt, zone) : "—"}</td>
            <td>
              {one.endedAt ? `${when(one.endedAt, zone)} ${endings[one.endedBy ?? ""] ?? ""}` : "在办"}
              {returned(one.no)?.late ? "，超期退单" : ""}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function CaseFile({ id, close }: { id: string; close(): void }) {
  const { platform, name } = useMe();
  const order = useOrder(id);
  const request = useRequest(order.data?.request ?? null);
  const trail = useTrail(id);
  const failed = order.error ?? request.error ?? trail.error;
  if (failed) return <Failure error={failed} again={() => order.refetch()} />;
  if (!order.data || !request.data || !trail.data) return <Waiting what="档案" rows={12} />;
  const one = order.data;
  return (
    <article className="panel file" aria-label="疑难件档案">
      <div className="row no-print in">
        <Act words="打印" primary onAct={() => window.print()} />
        <Act words="回到督办台" press="Esc" onAct={close} />
      </div>
      <div className="in stack">
        <h1>疑难件档案　{one.number}</h1>
        <dl className="facts">
          <dt>诉求</dt>
          <dd>{request.data.text ?? "（没有内容）"}</dd>
          <dt>地点、分类</dt>
          <dd>
            {request.data.placeName ?? "没有说明"}　{request.data.typeName} · {one.categoryName}
          </dd>
          <dt>受理</dt>
          <dd>
            {when(request.data.acceptedAt, platform.zone)}　{request.data.number}
          </dd>
          <dt>现在</dt>
          <dd>
            {one.leadName}　{one.stageName}
          </dd>
          <dt>本单位时钟</dt>
          <dd>{one.unitClock.words}</dd>
          <dt>事项时钟</dt>
          <dd>
            {one.matterClock.words}，自 {when(one.matterClock.from, platform.zone)} 首次派发起，换单位不重来
          </dd>
        </dl>
        <h2>经手</h2>
        <div className="wide">
          <HandOvers order={one} zone={platform.zone} />
        </div>
        <h2>经过</h2>
        <Steps steps={trail.data} zone={platform.zone} />
        <p className="meta">
          {name} 于 {when(new Date(serverNow()).toISOString(), platform.zone)} 打印，第 {one.version}{" "}
          版。个人信息已遮去。
        </p>
      </div>
    </article>
  );
}
