/** 回拨一个漏接的来电: the number is shown for a reason, which is logged; each attempt is noted. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { act } from "../shell/ask.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { when } from "../ui/when.ts";
import type { Call, FullContact } from "./data.ts";

const REASON = "回拨未接来电";

export function CallBack({ call, setPhone }: { call: Call; setPhone(number: string): void }) {
  const { platform } = useMe();
  const client = useQueryClient();
  const [number, setNumber] = useState<string | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const trying = async (work: () => Promise<unknown>) => {
    setFailed(null);
    await work().catch(setFailed);
    client.invalidateQueries({ queryKey: ["calls"] });
  };
  const show = () =>
    trying(async () => {
      const { phone } = await act<FullContact>(`/calls/${call.id}/contact-views`, { reason: REASON });
      setNumber(phone);
      if (phone) setPhone(phone);
    });
  const attempt = (reached: boolean) =>
    trying(() => act(`/calls/${call.id}/callback`, { reached }, { version: call.version }));
  const reached = call.callbacks.some((one) => one.reached);
  return (
    <>
      <strong className="state">{reached ? "已回拨" : "待回拨"}</strong>
      <span className="second">
        {when(call.offeredAt, platform.zone)} 未接，已拨 {call.callbacks.length} 次
        {call.callbackBy ? `，${when(call.callbackBy, platform.zone)} 前要拨到` : ""}
      </span>
      {number ? <strong>{number}</strong> : null}
      {call.owesCallback ? (
        <span className="row">
          {number ? null : <Act words="看号码（留痕）" press="Alt+L" onAct={show} />}
          <Act words="拨通了" press="Alt+J" onAct={() => attempt(true)} />
          <Act words="没有拨通" press="Alt+K" onAct={() => attempt(false)} />
        </span>
      ) : null}
      {failed ? <Failure error={failed} /> : null}
    </>
  );
}
