/** 扣住的短信: of a restored backup; all of them go out, or none, with a reason. */
import { Input } from "antd";
import { useState } from "react";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Field } from "../ui/Field.tsx";
import { type Column, Listing } from "../ui/Listing.tsx";
import { when } from "../ui/when.ts";
import { useAdminSend } from "./sending.ts";

interface Held {
  id: string;
  sentence: string;
  createdAt: string;
}

const columnsIn = (zone: string): Column<Held>[] => [
  { head: "短信", cell: ({ sentence }) => sentence },
  { head: "写于", cell: ({ createdAt }) => when(createdAt, zone), width: "160px" },
];

export function HeldMessages() {
  const { platform } = useMe();
  const [count, setCount] = useState<number | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState("");
  const { send, error, busy } = useAdminSend<{ reason: string }, { messages: number }>(["held"]);
  const settle = async (noun: string, words: string) => {
    setTried(true);
    if (reason.trim().length < 4) return;
    const answer = await send(`/held-messages/${noun}`, { reason });
    if (!answer) return;
    setSaid(`${words} ${answer.messages} 条。`);
    setReason("");
    setTried(false);
  };
  const none = count === 0 ? "没有扣住的短信。" : null;
  return (
    <>
      <section className="panel" aria-label="扣住的短信">
        <header>
          <h2>扣住的短信</h2>
          <span className="meta">恢复备份时扣下：备份以后可能已经发过</span>
        </header>
        <Listing<Held>
          noun="held"
          path="/held-messages"
          query={{}}
          what="扣住的短信"
          columns={columnsIn(platform.zone)}
          empty="没有扣住的短信。只有恢复备份以后才会有。"
          onRows={(rows) => setCount(rows.length)}
        />
      </section>
      <section className="panel" aria-label="怎样处理">
        <header>
          <h2>怎样处理</h2>
        </header>
        <form className="form in" onSubmit={(event) => event.preventDefault()}>
          <p role="status" className={said ? "told" : undefined}>
            {said}
          </p>
          {error ? <Failure error={error} /> : null}
          <p className="second">一次处理全部。先核对哪些已经发过：发过的再发，当事人会收到两次。</p>
          <Field
            label="理由"
            hint="会记入访问日志"
            fault={tried && reason.trim().length < 4 ? "理由至少四个字。" : null}
          >
            {(control) => (
              <Input {...control} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
            )}
          </Field>
          <div className="row">
            <Act words="全部发出" primary grey={none} busy={busy} onAct={() => settle("release", "已放行")} />
            <Act words="全部作废" danger grey={none} busy={busy} onAct={() => settle("dropping", "已作废")} />
            {none ? <span className="second">{none}</span> : null}
          </div>
        </form>
      </section>
    </>
  );
}
