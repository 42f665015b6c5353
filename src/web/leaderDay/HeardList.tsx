/** 当天听到的: every call with what came of it; an order that was sent out can be read and pushed. */
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Clock } from "../ui/Clock.tsx";
import { Open } from "../ui/Open.tsx";
import { minutes, when } from "../ui/when.ts";
import { type Day, type Heard, isPart, parts, shownOf } from "./data.ts";

const outcomes: Record<NonNullable<Heard["outcome"]>, string> = {
  pending: "等派发",
  firstContact: "当场答复",
  dispatched: "已交办",
  withdrawn: "已撤回",
  merged: "已并单",
  refused: "不予受理",
};

function Outcome({ one }: { one: Heard }) {
  const [place] = usePlace();
  if (one.outcome === null) return <span className="second">没有登记诉求</span>;
  return (
    <>
      {outcomes[one.outcome]}
      {one.answer ? <span className="line">{one.answer}</span> : null}
      {one.order ? (
        <span className="line">
          <Open
            place={{ ...place, order: one.order.id }}
            label={`${one.order.leadName}　${one.order.stageName}：${one.number} 的工单`}
          >
            {one.order.leadName}　{one.order.stageName}
          </Open>
        </span>
      ) : null}
      {one.order ? <Clock clock={one.order.clock} /> : null}
    </>
  );
}

function Row({ one }: { one: Heard }) {
  const { platform } = useMe();
  return (
    <tr>
      <td>
        {when(one.at, platform.zone)}
        <span className="meta line">
          {one.seconds === null ? "没有来电记录" : `通话 ${minutes(one.seconds * 1000)}`}
        </span>
      </td>
      <td>
        {one.title ?? "—"}
        <span className="meta line">
          {one.number}　{one.categoryName}
        </span>
      </td>
      <td>
        <Outcome one={one} />
      </td>
    </tr>
  );
}

export function HeardList({ day }: { day: Day }) {
  const [{ only }, go] = usePlace();
  const rows = shownOf(day.heard, only);
  return (
    <section className="panel" aria-label="当天的来电">
      <header>
        <h2>{isPart(only) ? parts[only] : "当天的来电和诉求"}</h2>
        {isPart(only) ? (
          <span className="end">
            <Act words="看全部" small onAct={() => go({ only: undefined })} />
          </span>
        ) : null}
      </header>
      {rows.length === 0 ? (
        <p className="empty">
          {day.state === "planned" ? "还没有开始接听。开始以后，这个席位的来电会自动出现在这里。" : "还没有来电。"}
        </p>
      ) : (
        <div className="wide">
          <table className="list still">
            <thead>
              <tr>
                <th>时间</th>
                <th>诉求</th>
                <th>结果</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((one) => (
                <Row key={`${one.call} ${one.request}`} one={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
