/** 交办单: what the unit is asked to do and by when, with room to write in. */
import type { ReactNode } from "react";
import type { Order, Request, Trail } from "../order/data.ts";
import { useMe } from "../shell/session.ts";
import { when } from "../ui/when.ts";
import type { Person } from "./WhomToPrint.tsx";

export interface Shown {
  order: Order;
  request: Request;
  trail: Trail;
  person: Person | null;
}

const leads = ({ assignments }: Order) => assignments.filter(({ role }) => role === "lead");

/** '放假不计 10月01日至07日' of the days that don't count, and those on which offices work all the same */
function exceptions({ days }: Order): string {
  const off = days.filter(({ kind }) => kind === "holiday");
  const work = days.filter(({ makeUp }) => makeUp);
  const day = (date: string) => `${Number(date.slice(5, 7))}月${date.slice(8)}日`;
  const told = [
    ...off.map(({ from, to }) => `${day(from)}${from === to ? "" : `至${day(to)}`}放假不计`),
    ...work.map(({ from }) => `${day(from)}上班`),
  ];
  return told.length === 0 ? "" : `（${told.join("，")}）`;
}

function Limits({ order }: { order: Order }) {
  const { platform } = useMe();
  const lead = leads(order).at(-1)!;
  const time = (iso: string) => when(iso, platform.zone);
  const counted = order.days.filter(({ kind }) => kind === "counted").length;
  return (
    <>
      <p>
        {lead.acknowledgedAt
          ? `签收：已于 ${time(lead.acknowledgedAt)} ${lead.deemed ? "视同签收" : "签收"}`
          : `签收：${order.unitClock.words}`}
      </p>
      {order.returnBy ? <p>退单申请：{time(order.returnBy)} 前</p> : null}
      {lead.dueAt ? (
        <p>
          <strong>办结反馈：{time(order.dueAt ?? lead.dueAt)} 前</strong>
          {counted > 0 ? `（${counted} 个工作日）` : ""}
          {exceptions(order)}
        </p>
      ) : (
        <p>办结反馈：签收后起算</p>
      )}
    </>
  );
}

const Row = ({ label, children, tall }: { label: string; children?: ReactNode; tall?: string }) => (
  <tr className={tall}>
    <th scope="row">{label}</th>
    <td colSpan={3}>{children}</td>
  </tr>
);

const Pair = ({ labels, values }: { labels: [string, string]; values: [ReactNode, ReactNode] }) => (
  <tr>
    <th scope="row">{labels[0]}</th>
    <td>{values[0]}</td>
    <th scope="row">{labels[1]}</th>
    <td>{values[1]}</td>
  </tr>
);

/** 此前经过: what happened before this unit had it. */
function Before({ order, trail }: Pick<Shown, "order" | "trail">) {
  const { platform } = useMe();
  const since = leads(order).at(-1)!.dispatchedAt;
  const before = trail.filter(({ at }) => at < since);
  if (before.length === 0) return <>首次派发。</>;
  return (
    <>
      {before.map(({ version, at, term, unitName, texts }) => (
        <p key={version} className="small">
          {when(at, platform.zone)}　{term}　{unitName ?? ""}
          {texts.length > 0 ? `：${texts.map(({ text }) => text).join("；")}` : ""}
        </p>
      ))}
    </>
  );
}

export function Slip({ order, request, trail, person }: Shown) {
  const { platform } = useMe();
  const lead = leads(order).at(-1)!;
  const helpers = order.assignments.filter(({ role, endedAt }) => role === "assisting" && endedAt === null);
  return (
    <>
      <h1>{platform.name} 12345 政务服务便民热线交办单</h1>
      <p className="head">
        <span>编号：{order.number}</span>
        <span>
          第 {leads(order).length} 次派发　{when(lead.dispatchedAt, platform.zone)}
          {order.urgent ? "　紧急" : ""}
        </span>
      </p>
      <table>
        <tbody>
          <Pair
            labels={["主办单位", "协办单位"]}
            values={[lead.unitName, helpers.map(({ unitName }) => unitName).join("、") || "无"]}
          />
          <Row label="时　　限">
            <Limits order={order} />
          </Row>
          <Pair labels={["当 事 人", "电　　话"]} values={[person?.name ?? "没有留下", person?.phone ?? "没有留下"]} />
          <Row label="地　　点">
            {request.placeName ?? "没有说明"}　{person?.address ?? ""}
          </Row>
          <Row label="分　　类">
            {request.typeName}　{order.categoryName}
          </Row>
          <Row label="诉求内容">{person?.text ?? request.text ?? "（没有内容）"}</Row>
          <Row label="派单依据">{lead.basis ?? "没有写明"}</Row>
          <Row label="此前经过">
            <Before order={order} trail={trail} />
          </Row>
          <Row label="办理要求">
            签收后先行联系当事人；办结前向当事人反馈结果；不属本单位职责的，在退单期限内说明理由并附依据。
          </Row>
          <Row label="领导批示" tall="box" />
          <Row label="联系当事人情况" tall="box">
            <p className="sign">联系人：　　　　　　　　月　　日　　时</p>
          </Row>
          <Row label="办理结果" tall="large box">
            <p className="sign">承办人：　　　　　　负责人：　　　　　　月　　日</p>
          </Row>
        </tbody>
      </table>
    </>
  );
}
