/** 一件待派的诉求: what it is, to whom it goes. */
import { useQueryClient } from "@tanstack/react-query";
import { titleOf } from "../../domain/request/title.ts";
import { useRequest } from "../order/data.ts";
import { Facts } from "../order/OrderPane.tsx";
import { useMe } from "../shell/session.ts";
import { Failure } from "../ui/Failure.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { when } from "../ui/when.ts";
import { DispatchForm } from "./DispatchForm.tsx";
import { useProposal } from "./proposals.ts";

interface RequestPaneProps {
  id: string;
  paused: boolean;
  done(said: string): void;
}

export function RequestPane({ id, paused, done }: RequestPaneProps) {
  const { platform } = useMe();
  const client = useQueryClient();
  const request = useRequest(id);
  const proposal = useProposal(id);
  if (request.error) return <Failure error={request.error} again={() => request.refetch()} />;
  if (!request.data) return <Waiting what="诉求" rows={10} />;
  const { data } = request;
  return (
    <>
      <div className="in stack">
        <div className="row">
          <h1>{titleOf(data.text) ?? data.categoryName}</h1>
          {data.urgent ? <span className="tag red">紧急</span> : null}
          {data.confidential ? <span className="tag plum">保密</span> : null}
        </div>
        <p className="second">
          {when(data.acceptedAt, platform.zone)} 受理　<span className="meta">{data.number}</span>
        </p>
      </div>
      <section className="panel" aria-label="诉求">
        <header>
          <h2>诉求</h2>
        </header>
        <Facts order={data} request={data} />
      </section>
      <section className="panel" aria-label="派给谁">
        <header>
          <h2>派给谁</h2>
        </header>
        {proposal.error ? <Failure error={proposal.error} again={() => proposal.refetch()} /> : null}
        {proposal.isPending ? (
          <Waiting what="派发建议" rows={4} />
        ) : (
          <DispatchForm
            request={data}
            proposal={proposal.data ?? null}
            paused={paused}
            newest={() => client.invalidateQueries({ queryKey: ["request", id] })}
            done={done}
          />
        )}
      </section>
    </>
  );
}
