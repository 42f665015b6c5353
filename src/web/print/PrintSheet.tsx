/** 打印: 交办单, or the order with its trail, on A4 in black. */
import { useParams } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useEffect, useState } from "react";
import { useOrder, useRequest, useTrail } from "../order/data.ts";
import { orderTitle } from "../order/OrderPane.tsx";
import { serverNow } from "../shell/clock.ts";
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { when } from "../ui/when.ts";
import { type Person, WhomToPrint } from "./WhomToPrint.tsx";
import "./print.css";
import { Slip } from "./Slip.tsx";
import { TrailSheet } from "./TrailSheet.tsx";

function Foot({ version }: { version: number }) {
  const { name, platform, demonstration } = useMe();
  const printed = when(new Date(serverNow()).toISOString(), platform.zone);
  return (
    <p className="foot">
      <span>
        {name}　{printed} 打印，第 {version} 版　含个人信息，用后归档
      </span>
      {demonstration ? <span>演示</span> : null}
    </p>
  );
}

export default function PrintSheet() {
  const { order: id = "" } = useParams({ strict: false }) as { order?: string };
  const [{ sheet = "slip" }, go] = usePlace();
  const order = useOrder(id);
  const request = useRequest(order.data?.request ?? null);
  const trail = useTrail(id);
  const [person, setPerson] = useState<Person | null>(null);
  const failed = order.error ?? request.error ?? trail.error;
  useEffect(() => {
    if (order.data) document.title = `${sheet === "trail" ? "办理经过" : "交办单"} ${order.data.number}`;
  }, [order.data, sheet]);
  if (failed)
    return (
      <main id="main" className="gate">
        <Failure error={failed} again={() => [order, request, trail].map((one) => one.refetch())} />
      </main>
    );
  if (!order.data || !request.data || !trail.data)
    return (
      <main id="main" className="gate">
        <Waiting what="要打印的工单" rows={8} />
      </main>
    );
  const shown = { order: order.data, request: request.data, trail: trail.data, person };
  return (
    <main id="main" className="print">
      <div className="no-print row">
        <Segmented
          aria-label="打印什么"
          value={sheet}
          options={[
            { value: "slip", label: "交办单" },
            { value: "trail", label: "工单和经过" },
          ]}
          onChange={(next) => go({ sheet: String(next) })}
        />
        <WhomToPrint request={request.data.id} set={setPerson} />
        <Act words="打印" press="Alt+P" primary onAct={() => window.print()} />
      </div>
      <article className="paper">
        {sheet === "trail" ? (
          <TrailSheet {...shown} title={orderTitle(shown.order, shown.request)} />
        ) : (
          <Slip {...shown} />
        )}
        <Foot version={shown.order.version} />
      </article>
    </main>
  );
}
