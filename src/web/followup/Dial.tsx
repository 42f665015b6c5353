/** 拨打: the whole number for a reason that is logged; then it is dialled at the desk's telephone. */
import { useState } from "react";
import { type Contact, useContact } from "../order/data.ts";
import { act } from "../shell/ask.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";

export function Dial({ request }: { request: string }) {
  const { data } = useContact(request);
  const [whole, setWhole] = useState<Pick<Contact, "phone"> | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const dial = async () => {
    setFailed(null);
    try {
      setWhole(await act<Contact>(`/requests/${request}/contact-views`, { reason: "电话回访当事人" }));
    } catch (refused) {
      setFailed(refused);
    }
  };
  const none = data && data.phone === null ? "没有留下电话，不能电话回访。" : null;
  return (
    <div className="row">
      <span>{data?.name ?? "当事人"}</span>
      {whole ? <strong className="dialled">{whole.phone}</strong> : <span>{data?.phone ?? ""}</span>}
      <Act words="拨打" press="F2" grey={none ?? (whole ? "号码已显示，请用话机拨打。" : null)} onAct={dial} />
      <span className="second" role="status">
        {none ?? (whole ? "请用话机拨打；看了完整号码，已留下记录（电话回访当事人）。" : "")}
      </span>
      {failed ? <Failure error={failed} again={dial} /> : null}
    </div>
  );
}
