/** 退单的两边: what the units say and what the hotline says, next to the row of the directory that is disputed. */
import { actorWords } from "../order/actorWords.ts";
import { type Order, type Trail, useTrail } from "../order/data.ts";
import { useMe } from "../shell/session.ts";
import { Failure } from "../ui/Failure.tsx";
import { Precedents } from "../ui/Precedents.tsx";
import { when } from "../ui/when.ts";
import { DirectoryRow } from "./Ground.tsx";
import { useProposal } from "./proposals.ts";

const ofUnits = new Set(["returnRequested", "returnVerified"]);
const ofHotline = new Set([
  "orderDispatched",
  "returnAccepted",
  "returnRejected",
  "verificationAsked",
  "arbitrationConvened",
  "arbitrationConcluded",
]);

/** 一边的话, the newest first */
function Side({ title, steps, reasons }: { title: string; steps: Trail; reasons: ReadonlyMap<string, string> }) {
  const { platform } = useMe();
  return (
    <section className="side" aria-label={title}>
      <h3>{title}</h3>
      {steps.length === 0 ? <p className="second">还没有说明。</p> : null}
      <ul className="stack">
        {steps.map(({ version, at, by, term, unitName, late, texts }) => (
          <li key={version}>
            <p>
              <strong>{term}</strong>　{unitName ?? actorWords(by)}
              {late ? <span className="tag red beside">超期退单</span> : null}
            </p>
            <p className="meta">{when(at, platform.zone)}</p>
            {reasons.get(at) ? <p>原因：{reasons.get(at)}</p> : null}
            {texts.map(({ of, text }) => (
              <p key={of}>{text}</p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ReturnCase({ order }: { order: Order }) {
  const trail = useTrail(order.id);
  const proposal = useProposal(order.request);
  const said = (kinds: ReadonlySet<string>) => (trail.data ?? []).filter(({ kind }) => kinds.has(kind)).reverse();
  const reasons = new Map(order.returns.flatMap(({ requestedAt, reason }) => (reason ? [[requestedAt, reason]] : [])));
  const row = proposal.data?.directory ?? null;
  return (
    <section className="panel" aria-label="退单">
      <header>
        <h2>退单</h2>
        <span className="meta">第 {order.returns.length} 次</span>
      </header>
      {trail.error ? <Failure error={trail.error} again={() => trail.refetch()} /> : null}
      <div className="in stack">
        {proposal.data ? (
          <div className="says">
            <p className="meta">派单目录{row ? (row.unit === order.lead ? "：归退单的单位" : "：归别的单位") : ""}</p>
            <DirectoryRow row={row} />
            <Precedents of={proposal.data.precedents} />
          </div>
        ) : null}
        <div className="sides">
          <Side title="单位说" steps={said(ofUnits)} reasons={reasons as ReadonlyMap<string, string>} />
          <Side title="热线说" steps={said(ofHotline)} reasons={new Map()} />
        </div>
      </div>
    </section>
  );
}
