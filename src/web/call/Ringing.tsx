/** 铃响: the call that has waited longest, and the key that takes it. */
import { useState } from "react";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { NotYet } from "../ui/NotYet.tsx";
import { minutes } from "../ui/when.ts";
import { useCallStep, useOngoing, useSeconds } from "./data.ts";

/** How many are where; nothing while nobody calls. */
function Waiting() {
  const ongoing = useOngoing();
  const { data } = ongoing;
  if (!data)
    return (
      <span className="meta">
        <NotYet what="排队的来电" of={ongoing} />
      </span>
    );
  const of = (...steps: string[]) => data.rows.filter(({ step }) => steps.includes(step)).length;
  const [menu, waiting, talking] = [of("offered"), of("queued", "ringing"), of("answered")];
  return (
    <span className="meta">
      语音菜单 {menu}　排队和振铃 {waiting}　通话 {talking}
    </span>
  );
}

interface RingingProps {
  /** why it can't be taken now */
  grey?: string | null;
  open?(id: string): void;
}

export function Ringing({ grey = null, open }: RingingProps) {
  const { number } = useMe();
  const { data } = useOngoing();
  const step = useCallStep();
  const now = useSeconds();
  const [failed, setFailed] = useState<unknown>(null);
  const first = data?.rows.find((one) => one.step === "ringing" && (one.agent === null || one.agent === number));
  if (!first) return <Waiting />;
  const answer = async () => {
    setFailed(null);
    try {
      open?.((await step(first.id, "answer")).id);
    } catch (refused) {
      setFailed(refused);
    }
  };
  return (
    <>
      <strong className="ringing" role="status">
        振铃
      </strong>
      <span className="time">{minutes(now - Date.parse(first.queuedAt ?? first.offeredAt))}</span>
      <Act words="接听" press="F2" primary grey={grey} describedBy="ringing-why" onAct={answer} />
      <span className="second" id="ringing-why">
        {grey}
      </span>
      {failed ? <Failure error={failed} /> : null}
    </>
  );
}
