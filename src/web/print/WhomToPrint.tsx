/** 印谁: masked as it is read, or whole for a reason that is logged. */
import { useEffect, useState } from "react";
import { type Contact, useContact } from "../order/data.ts";
import { act } from "../shell/ask.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";

/** `text`: what he said, unmasked, once it was asked for */
export type Person = Pick<Contact, "name" | "phone" | "address"> & { text?: string | null };

export function WhomToPrint({ request, set }: { request: string; set(person: Person): void }) {
  const { data } = useContact(request);
  const [whole, setWhole] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  useEffect(() => {
    if (data && !whole) set(data);
  }, [data, whole, set]);
  const view = async () => {
    setFailed(null);
    try {
      set(await act<Person>(`/requests/${request}/contact-views`, { reason: "打印交办单，上门联系当事人" }));
      setWhole(true);
    } catch (refused) {
      setFailed(refused);
    }
  };
  if (failed) return <Failure error={failed} again={view} />;
  if (!data?.mayAsk || whole) return null;
  return (
    <>
      <span className="second">当事人的电话、门牌印成遮盖的。</span>
      <Act words="印完整的，会留下记录" small onAct={view} />
    </>
  );
}
