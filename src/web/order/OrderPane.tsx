/** 一件工单: what it is, how its clocks stand, what happened, what can be done. */
import { type ReactNode, useState } from "react";
import { titleOf } from "../../domain/request/title.ts";
import { useMe } from "../shell/session.ts";
import { Clock } from "../ui/Clock.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { when } from "../ui/when.ts";
import { ActPanel, type Given } from "./ActPanel.tsx";
import { Attachments } from "./Attachments.tsx";
import { ContactLine } from "./ContactLine.tsx";
import { ContactLog } from "./ContactLog.tsx";
import { DayStrip } from "./DayStrip.tsx";
import { type Order, type Request, useOrder, useRequest } from "./data.ts";
import "./order.css";
import "./phone.css";
import { TrailList } from "./TrailList.tsx";

interface OrderPaneProps {
  id: string;
  first: readonly string[];
  always: readonly string[];
  /** what stands right below the head on this desk */
  lead?(order: Order): ReactNode;
  /** what stands between the facts and the trail on this desk */
  children?: ReactNode;
  /** what a form begins with, by its action */
  given?: Given;
  done?(said: string): void;
  /** on a phone what comes next stands in a bar at the bottom */
  bar?: boolean;
  /** on a phone the way back to the list */
  back?(): void;
}

const STOPPED = new Set(["done", "doneLate", "stopped"]);

export function Head({ order, title }: { order: Order; title: string }) {
  return (
    <div className="panel order-head">
      <div className="row">
        <h1>{title}</h1>
        <span className="tag">{order.stageName}</span>
        {order.urgent ? <span className="tag red">紧急</span> : null}
        {order.confidential ? <span className="tag plum">保密</span> : null}
      </div>
      <Clock clock={order.unitClock} large />
      <p className="second clocks">
        <span>本单位时钟：{order.leadName}</span>
        <span>
          事项时钟：{order.matterClock.words}，{order.matterDay}
        </span>
        <span className="meta">{order.number}</span>
        <a href={`/desk/print/${order.id}`} target="_blank" rel="noreferrer">
          打印交办单
        </a>
      </p>
      {STOPPED.has(order.unitClock.state) ? null : <DayStrip days={order.days} />}
    </div>
  );
}

export function Facts({ order, request }: { order: Pick<Order, "categoryName">; request: Request }) {
  const { platform } = useMe();
  return (
    <dl className="facts in">
      <dt>诉求</dt>
      <dd>{request.text ?? "（没有内容）"}</dd>
      <dt>当事人</dt>
      <dd>
        <ContactLine request={request.id} />
      </dd>
      <dt>地点</dt>
      <dd>{request.placeName ?? "没有说明"}</dd>
      <dt>分类</dt>
      <dd>
        {request.typeName} · {order.categoryName}
      </dd>
      <dt>来源</dt>
      <dd>
        {when(request.acceptedAt, platform.zone)} 受理　<span className="meta">{request.number}</span>
      </dd>
      {request.amendments.map(({ at, text }) => (
        <Amended key={at} at={when(at, platform.zone)} text={text} />
      ))}
    </dl>
  );
}

const Amended = ({ at, text }: { at: string; text: string | null }) => (
  <>
    <dt>修改</dt>
    <dd>
      {at}：{text}
    </dd>
  </>
);

/** 工单的标题: the first sentence of what was said, else what it is about. */
export const orderTitle = (order: Order, request: Request | undefined): string =>
  titleOf(request?.text ?? null) ?? order.categoryName;

export function OrderPane({ id, first, always, lead, children, given, done, bar, back }: OrderPaneProps) {
  const order = useOrder(id);
  const request = useRequest(order.data?.request ?? null);
  const [said, setSaid] = useState("");
  if (order.error) return <Failure error={order.error} again={() => order.refetch()} />;
  if (!order.data) return <Waiting what="工单" rows={10} />;
  return (
    <>
      {back ? (
        <button type="button" className="back" onClick={back}>
          ‹ 回清单
        </button>
      ) : null}
      <Head order={order.data} title={orderTitle(order.data, request.data)} />
      <p role="status" className={said ? "told" : undefined}>
        {said}
      </p>
      {lead?.(order.data)}
      <section className="panel" aria-label="现在能做的">
        <header>
          <h2>现在能做的</h2>
          <span className="end meta">第 {order.data.version} 版</span>
        </header>
        <ActPanel
          order={order.data}
          first={first}
          always={always}
          {...(given ? { given } : {})}
          bar={bar ?? false}
          done={(words) => {
            setSaid(words);
            done?.(words);
          }}
        />
      </section>
      <section className="panel" aria-label="诉求">
        <header>
          <h2>诉求</h2>
        </header>
        {request.error ? <Failure error={request.error} again={() => request.refetch()} /> : null}
        {request.data ? <Facts order={order.data} request={request.data} /> : null}
        {children}
      </section>
      <Attachments order={order.data} />
      <ContactLog id={id} />
      <section className="panel" aria-label="经过">
        <header>
          <h2>经过</h2>
          <span className="meta">由工单事件写成，不能改</span>
          <span className="end meta">新的在上</span>
        </header>
        <TrailList id={id} />
      </section>
    </>
  );
}
