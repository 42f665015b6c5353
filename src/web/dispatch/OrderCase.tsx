/** 要裁定的是什么: said right below the order's head, before the buttons. */
import { limitWords } from "../../domain/order/limitWords.ts";
import { type Order, useTrail } from "../order/data.ts";
import { useMe } from "../shell/session.ts";
import { Failure } from "../ui/Failure.tsx";
import { when } from "../ui/when.ts";
import { ReturnCase } from "./ReturnCase.tsx";

/** the last that was said with steps of this kind */
const useSaid = (id: string, kind: string) => {
  const { data, error, refetch } = useTrail(id);
  return { step: data?.findLast((one) => one.kind === kind), error, refetch };
};

function ExtensionCase({ order }: { order: Order }) {
  const { platform } = useMe();
  const { step, error, refetch } = useSaid(order.id, "extensionRequested");
  const { amount, askedAt } = order.extension!;
  return (
    <section className="panel" aria-label="延期申请">
      <header>
        <h2>延期申请</h2>
        <span className="meta">{when(askedAt, platform.zone)}</span>
      </header>
      {error ? <Failure error={error} again={() => refetch()} /> : null}
      <div className="in stack">
        <p>
          {order.leadName}申请延长 <strong>{limitWords({ amount, in: order.limit!.in })}</strong>，原期限至{" "}
          {order.dueAt ? when(order.dueAt, platform.zone) : "未起算"}。
        </p>
        {step?.texts.map(({ of, text }) => (
          <p key={of}>理由：{text}</p>
        ))}
      </div>
    </section>
  );
}

function ResolutionCase({ order }: { order: Order }) {
  const { step, error, refetch } = useSaid(order.id, "orderResolved");
  const texts = new Map(step?.texts.map(({ of, text }) => [of, text]));
  return (
    <section className="panel" aria-label="办结反馈">
      <header>
        <h2>办结反馈</h2>
        <span className={`tag ${order.solved ? "green" : "amber"}`}>{order.solved ? "已解决" : "未解决"}</span>
        {order.informedAt ? null : <span className="tag amber">没有联系反馈当事人的记录</span>}
      </header>
      {error ? <Failure error={error} again={() => refetch()} /> : null}
      <dl className="facts in">
        <dt>公开答复</dt>
        <dd>{texts.get("publicText") ?? "没有"}</dd>
        <dt>内部情况</dt>
        <dd>{texts.get("internalText") ?? "没有填写"}</dd>
      </dl>
    </section>
  );
}

export function OrderCase({ order }: { order: Order }) {
  const isPending =
    order.extension?.ruling === null &&
    order.allowed.some(({ action, allowed }) => action === "grantExtension" && allowed);
  return (
    <>
      {isPending ? <ExtensionCase order={order} /> : null}
      {order.stage === "resolved" ? <ResolutionCase order={order} /> : null}
      {["returning", "arbitrating", "returned"].includes(order.stage) ? <ReturnCase order={order} /> : null}
    </>
  );
}
