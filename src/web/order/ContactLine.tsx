/** 当事人, masked by role; the whole of him and of what he said for a reason, which is logged. */
import { useId, useState } from "react";
import type { z } from "zod";
import type { wholeMatter } from "../../contract/access/contact.ts";
import { act } from "../shell/ask.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { type Contact, useContact } from "./data.ts";

type Full = Pick<Contact, "name" | "phone" | "address" | "identityNumber">;
type Whole = z.output<typeof wholeMatter>;

const wholly = ({ name, phone, address, identityNumber }: Full) =>
  [name, phone, address, identityNumber].filter(Boolean).join("　") || "没有留下";

const REASONS = ["回拨当事人", "上门联系当事人", "核实当事人身份"];

export function ContactLine({ request }: { request: string }) {
  const { data, error, refetch } = useContact(request);
  const [asking, setAsking] = useState(false);
  const [full, setFull] = useState<Whole | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const id = useId();
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!data) return <span className="meta">正在取…</span>;
  const view = async (reason: string) => {
    setFailed(null);
    try {
      setFull(await act<Whole>(`/requests/${request}/contact-views`, { reason }));
      setAsking(false);
    } catch (refused) {
      setFailed(refused);
    }
  };
  return (
    <>
      <span>{full ? wholly(full) : wholly(data)}</span>{" "}
      {data.mayAsk && !full && !asking ? <Act words="查看完整号码和原话" small onAct={() => setAsking(true)} /> : null}
      {asking ? (
        <fieldset className="row" aria-describedby={id}>
          <legend id={id}>查看完整号码和原话会留下记录。用途：</legend>
          {REASONS.map((reason) => (
            <Act key={reason} words={reason} small onAct={() => view(reason)} />
          ))}
          <Act words="不看了" small onAct={() => setAsking(false)} />
        </fieldset>
      ) : null}
      {full?.text ? <p className="words">原话：{full.text}</p> : null}
      {failed ? <Failure error={failed} /> : null}
    </>
  );
}
