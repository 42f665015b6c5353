/** 法定保留: matters of which nothing is forgotten, why, until when; put up and lifted with a reason. */
import { Checkbox, Input } from "antd";
import { useState } from "react";
import type { z } from "zod";
import type { holdView } from "../../contract/admin/hold.ts";
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Field } from "../ui/Field.tsx";
import { LineField } from "../ui/LineField.tsx";
import { type Column, Listing } from "../ui/Listing.tsx";
import { when } from "../ui/when.ts";
import { useAdminSend } from "./sending.ts";

type Hold = z.output<typeof holdView>;

const columnsIn = (zone: string): Column<Hold>[] => [
  { head: "诉求编号", cell: ({ number }) => number, width: "170px" },
  { head: "理由", cell: ({ reason }) => reason },
  { head: "自", cell: ({ since }) => when(since, zone), width: "150px" },
  {
    head: "至",
    cell: ({ until, liftedAt }) =>
      liftedAt ? <span className="tag">已解除</span> : until ? when(until, zone) : "解除为止",
    width: "150px",
  },
];

const isReason = (text: string) => text.trim().length >= 4;
const TOO_SHORT = "理由至少四个字。";

function NewHold({ done }: { done(said: string): void }) {
  const [hold, set] = useState({ request: "", reason: "", until: "" });
  const [tried, setTried] = useState(false);
  const { send, error, busy } = useAdminSend<object>(["holds"]);
  const submit = async () => {
    setTried(true);
    if (hold.request.trim() === "" || !isReason(hold.reason)) return;
    if (await send("/holds", { ...hold, request: hold.request.trim(), until: hold.until || null })) done("已保留。");
  };
  return (
    <form className="panel in form" aria-label="保留一件诉求" onSubmit={(event) => event.preventDefault()}>
      <h2>保留一件诉求</h2>
      {error ? <Failure error={error} /> : null}
      <Field label="诉求编号" fault={tried && hold.request.trim() === "" ? "还差诉求编号。" : null}>
        {(control) => (
          <Input
            {...control}
            value={hold.request}
            maxLength={60}
            onChange={({ target }) => set({ ...hold, request: target.value })}
          />
        )}
      </Field>
      <LineField
        label="理由"
        hint="诉讼、审计、调查等；会记入访问日志"
        fault={tried && !isReason(hold.reason) ? TOO_SHORT : null}
        value={hold.reason}
        set={(next) => set({ ...hold, reason: next })}
      />
      <Field label="保留到哪天（含）" hint="不写：解除为止">
        {(control) => (
          <Input
            {...control}
            type="date"
            value={hold.until}
            onChange={({ target }) => set({ ...hold, until: target.value })}
          />
        )}
      </Field>
      <div className="row">
        <Act words="保留" press="Ctrl+Enter" primary busy={busy} onAct={submit} />
        <Act words="先不做" press="Esc" onAct={() => done("")} />
      </div>
    </form>
  );
}

function HoldPane({ hold, done }: { hold: Hold; done(said: string): void }) {
  const { platform } = useMe();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { send, error, busy } = useAdminSend<{ reason: string }>(["holds"]);
  const lift = async () => {
    setTried(true);
    if (isReason(reason) && (await send(`/holds/${hold.id}/lifting`, { reason }))) done("已解除保留。");
  };
  return (
    <div className="panel">
      <header>
        <h2>诉求 {hold.number}</h2>
      </header>
      <dl className="facts in">
        <dt>理由</dt>
        <dd>{hold.reason}</dd>
        <dt>保留</dt>
        <dd>
          {when(hold.since, platform.zone)} 起，{hold.until ? `到 ${when(hold.until, platform.zone)}` : "解除为止"}
        </dd>
        {hold.liftedAt ? (
          <>
            <dt>解除</dt>
            <dd>
              {when(hold.liftedAt, platform.zone)}　{hold.liftReason}
            </dd>
          </>
        ) : null}
      </dl>
      {hold.liftedAt ? null : (
        <form className="form in" aria-label="解除保留" onSubmit={(event) => event.preventDefault()}>
          {error ? <Failure error={error} /> : null}
          <LineField
            label="解除的理由"
            fault={tried && !isReason(reason) ? TOO_SHORT : null}
            value={reason}
            set={setReason}
          />
          <div className="row">
            <Act words="解除保留" press="Ctrl+Enter" primary busy={busy} onAct={lift} />
          </div>
        </form>
      )}
    </div>
  );
}

export function Holds() {
  const { platform } = useMe();
  const [{ hold, all }, go] = usePlace();
  const [rows, setRows] = useState<Hold[]>([]);
  const [said, setSaid] = useState("");
  const open = rows.find(({ id }) => id === hold);
  const done = (words: string) => {
    setSaid(words);
    go({ hold: undefined });
  };
  return (
    <>
      <section className="panel" aria-label="法定保留">
        <header>
          <h2>法定保留</h2>
          <Checkbox checked={!all} onChange={({ target }) => go({ all: target.checked ? undefined : "yes" })}>
            只看现在有效的
          </Checkbox>
          <span className="end">
            <Act words="保留一件诉求" press="Alt+A" onAct={() => go({ hold: "new" })} />
          </span>
        </header>
        <Listing<Hold>
          noun="holds"
          path="/holds"
          query={{ active: !all }}
          what="法定保留"
          columns={columnsIn(platform.zone)}
          empty={all ? "没有保留过诉求。" : "没有保留着的诉求。期满的信息都会按规定删除。"}
          open={({ id }) => go({ hold: id })}
          opened={hold ?? null}
          onRows={setRows}
        />
      </section>
      <section className="stack" aria-label="这项保留">
        <p role="status" className={said ? "told" : undefined}>
          {said}
        </p>
        {hold === "new" ? <NewHold done={done} /> : null}
        {open ? <HoldPane key={open.id} hold={open} done={done} /> : null}
        {hold ? null : <p className="panel empty">从清单里选一项，或者保留一件诉求。</p>}
      </section>
    </>
  );
}
