/** 一件待派的诉求: what it is, to whom it goes, or why it goes to nobody. */
import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { titleOf } from "../../domain/request/title.ts";
import { type Request, useRequest } from "../order/data.ts";
import { Facts } from "../order/OrderPane.tsx";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { when } from "../ui/when.ts";
import { Beside, RepeatsTag } from "./Beside.tsx";
import { DispatchForm } from "./DispatchForm.tsx";
import { type Instead, InsteadForm, whyNot } from "./Instead.tsx";
import { useProposal } from "./proposals.ts";

interface RequestPaneProps {
  id: string;
  paused: boolean;
  done(said: string): void;
}

function Head({ request }: { request: Request }) {
  const { platform } = useMe();
  return (
    <div className="in stack">
      <div className="row">
        <h1>{titleOf(request.text) ?? request.categoryName}</h1>
        {request.urgent ? <span className="tag red">紧急</span> : null}
        {request.confidential ? <span className="tag plum">保密</span> : null}
        <RepeatsTag request={request} />
      </div>
      <p className="second">
        {when(request.acceptedAt, platform.zone)} 受理　<span className="meta">{request.number}</span>
      </p>
    </div>
  );
}

interface SendingProps extends Omit<RequestPaneProps, "id"> {
  request: Request;
  newest(): void;
  refuse(): void;
}

/** 派给谁 */
function Sending({ request, refuse, ...rest }: SendingProps) {
  const proposal = useProposal(request.id);
  const reason = useId();
  const grey = whyNot(request, "refuse");
  const others = (
    <>
      <Act words="不予受理" press="Alt+N" grey={grey} describedBy={reason} onAct={refuse} />
      <span className="second" id={reason}>
        {grey}
      </span>
    </>
  );
  return (
    <section className="panel" aria-label="派给谁">
      <header>
        <h2>派给谁</h2>
      </header>
      {proposal.error ? <Failure error={proposal.error} again={() => proposal.refetch()} /> : null}
      {proposal.isPending ? (
        <Waiting what="派发建议" rows={4} />
      ) : (
        <DispatchForm {...{ request, others, ...rest }} proposal={proposal.data ?? null} />
      )}
    </section>
  );
}

const titles = { refuse: "不予受理", merge: "并单" };

export function RequestPane({ id, paused, done }: RequestPaneProps) {
  const client = useQueryClient();
  const request = useRequest(id);
  const [instead, setInstead] = useState<Instead | null>(null);
  if (request.error) return <Failure error={request.error} again={() => request.refetch()} />;
  if (!request.data) return <Waiting what="诉求" rows={10} />;
  const { data } = request;
  const newest = () => void client.invalidateQueries({ queryKey: ["request", id] });
  return (
    <>
      <Head request={data} />
      <section className="panel" aria-label="诉求">
        <header>
          <h2>诉求</h2>
        </header>
        <Facts order={data} request={data} />
      </section>
      {instead ? (
        <section className="panel" aria-label={titles[instead.as]}>
          <header>
            <h2>{titles[instead.as]}</h2>
          </header>
          <InsteadForm {...{ request: data, instead, paused, newest, done }} back={() => setInstead(null)} />
        </section>
      ) : (
        <Sending {...{ request: data, paused, newest, done }} refuse={() => setInstead({ as: "refuse" })} />
      )}
      <Beside
        request={data}
        into={instead?.as === "merge" ? instead.into : null}
        choose={whyNot(data, "merge") === null ? (into) => setInstead(into && { as: "merge", into }) : null}
      />
    </>
  );
}
