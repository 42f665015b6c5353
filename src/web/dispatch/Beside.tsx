/** 派之前看一眼: whether it repeats an open matter, and what its caller told besides. */
import type { Request } from "../order/data.ts";
import { type Into, useRequestCaller, useSuggestions } from "../request/data.ts";
import { History } from "../request/History.tsx";
import { Repeats } from "../request/Repeats.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Waiting } from "../ui/Waiting.tsx";

interface BesideProps {
  request: Request;
  into: Into | null;
  /** null: it can't be merged */
  choose: ((into: Into | null) => void) | null;
}

const useRepeats = ({ id, text, category, place, urgent }: Request) =>
  useSuggestions({ text: text ?? "", category, place, urgent, self: id });

/** 疑似重复几件, on top, where the eye begins */
export function RepeatsTag({ request }: { request: Request }) {
  const found = useRepeats(request).data?.repeats.rows.length ?? 0;
  return found > 0 ? <span className="tag amber">疑似重复 {found} 件</span> : null;
}

function Repeated({ request, into, choose }: BesideProps & { choose: (into: Into | null) => void }) {
  const { data, error, refetch } = useRepeats(request);
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!data) return <Waiting what="疑似重复" rows={2} />;
  return <Repeats of={data.repeats} into={into} choose={choose} />;
}

function Caller({ request, choose }: Pick<BesideProps, "request" | "choose">) {
  const { data, error, refetch } = useRequestCaller(request.id);
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!data) return <Waiting what="来电人的诉求" rows={4} />;
  if (!data.hasNumber) return <p className="in second">没有留下号码，找不到他别的诉求。</p>;
  return <History of={data} placeName={request.placeName} {...(choose ? { join: choose } : {})} />;
}

export const Beside = (props: BesideProps) => (
  <>
    {props.choose ? (
      <section className="panel" aria-label="重复">
        <Repeated {...props} choose={props.choose} />
      </section>
    ) : null}
    <section className="panel" aria-label="来电人与此地">
      <header>
        <h2>来电人与此地</h2>
        <span className="meta">不算这一件</span>
      </header>
      <Caller {...props} />
    </section>
  </>
);
