/** 样本的内容: of an order its facts and its trail, of a call how it went and what was noted of it. */
import { useOrder, useRequest } from "../order/data.ts";
import { Facts, Head } from "../order/OrderPane.tsx";
import { TrailList } from "../order/TrailList.tsx";
import { useMe } from "../shell/session.ts";
import { Failure } from "../ui/Failure.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { minutes, when } from "../ui/when.ts";
import { type Call, type Sample, useCall } from "./data.ts";

function OfOrder({ id }: { id: string }) {
  const order = useOrder(id);
  const request = useRequest(order.data?.request ?? null);
  if (order.error) return <Failure error={order.error} again={() => order.refetch()} />;
  if (!order.data) return <Waiting what="工单" rows={8} />;
  const title = request.data?.text?.split(/[。！？；\n]/u)[0]?.slice(0, 40) ?? order.data.categoryName;
  return (
    <>
      <Head order={order.data} title={title} />
      <section className="panel" aria-label="诉求">
        <header>
          <h2>诉求</h2>
        </header>
        {request.error ? <Failure error={request.error} again={() => request.refetch()} /> : null}
        {request.data ? <Facts order={order.data} request={request.data} /> : null}
      </section>
      <section className="panel" aria-label="经过">
        <header>
          <h2>经过</h2>
          <span className="end meta">新的在上</span>
        </header>
        <TrailList id={id} />
      </section>
    </>
  );
}

const ratings: Record<string, string> = {
  satisfied: "满意",
  neutral: "一般",
  dissatisfied: "不满意",
  noResponse: "未评价",
};

const span = (from: string | null, until: string | null) =>
  from === null || until === null ? "—" : minutes(Date.parse(until) - Date.parse(from));

function CallFacts({ call, judged }: { call: Call; judged: string }) {
  const { zone } = useMe().platform;
  return (
    <dl className="facts in">
      <dt>来电</dt>
      <dd>{when(call.offeredAt, zone)}</dd>
      <dt>接听</dt>
      <dd>{judged}</dd>
      <dt>等待</dt>
      <dd>{span(call.queuedAt ?? call.offeredAt, call.answeredAt)}（分:秒）</dd>
      <dt>通话</dt>
      <dd>{span(call.answeredAt, call.endedAt)}（分:秒）</dd>
      <dt>通话评价</dt>
      <dd>{call.rating ? ratings[call.rating] : "没有评价"}</dd>
      <dt>录音</dt>
      <dd className="second">电话交换机没有交来录音。</dd>
    </dl>
  );
}

function Noted({ id }: { id: string }) {
  const { data, error, refetch } = useRequest(id);
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!data) return <Waiting what="记录" />;
  return (
    <dl className="facts in">
      <dt>诉求</dt>
      <dd>{data.text ?? "（没有内容）"}</dd>
      <dt>地点</dt>
      <dd>{data.placeName ?? "没有说明"}</dd>
      <dt>分类</dt>
      <dd>
        {data.typeName} · {data.categoryName}
      </dd>
      <dt>编号</dt>
      <dd>{data.number}</dd>
    </dl>
  );
}

function OfCall({ sample }: { sample: Sample }) {
  const { data: call, error, refetch } = useCall(sample.subject);
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!call) return <Waiting what="来电" rows={8} />;
  return (
    <>
      <div className="row heading">
        <h1>来电</h1>
        <span className="tag">{sample.ruleName}</span>
      </div>
      <section className="panel" aria-label="来电">
        <CallFacts call={call} judged={sample.judgedName} />
      </section>
      <section className="panel" aria-label="记成的诉求">
        <header>
          <h2>记成的诉求</h2>
        </header>
        {sample.request ? <Noted id={sample.request} /> : <p className="in second">这个来电没有记成诉求。</p>}
      </section>
    </>
  );
}

export const Subject = ({ sample }: { sample: Sample }) =>
  sample.of === "order" ? <OfOrder id={sample.subject} /> : <OfCall sample={sample} />;
