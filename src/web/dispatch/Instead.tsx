/** 不派的: refused with where to go instead, or merged into an open matter; what is chosen stands in the place of 派发. */
import { useEffect, useRef } from "react";
import { type RouteCode, routes } from "../../domain/request/routes.ts";
import type { Request } from "../order/data.ts";
import type { Into } from "../request/data.ts";
import { RouteChoice } from "../request/RouteChoice.tsx";
import { Refused } from "../shell/ask.ts";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";

/** 怎样不派 */
export type Instead = { as: "refuse" } | { as: "merge"; into: Into };

interface InsteadFormProps {
  request: Request;
  instead: Instead;
  paused: boolean;
  back(): void;
  newest(): void;
  done(said: string): void;
}

/** 为什么不能 refuse or merge it now, as the server says it; null: it can be done */
export function whyNot({ allowed }: Request, action: "refuse" | "merge"): string | null {
  const may = allowed.find((one) => one.action === action);
  return may && !may.allowed ? `${may.sentence ?? ""}${may.next ?? ""}` : null;
}

function useStep({ request, newest }: Pick<InsteadFormProps, "request" | "newest">) {
  const sending = useSend<Request>(["requests", "request", "orders", "order", "suggestions", "counts"]);
  const { send, error, forget } = sending;
  const stale = error instanceof Refused && error.problem.code === "versionConflict";
  const take = async (noun: string, body: unknown): Promise<boolean> =>
    (await send({ path: `/requests/${request.id}/${noun}`, body, version: request.version })) !== null;
  const look = () => {
    forget();
    newest();
  };
  const again = stale ? { again: look, verb: "看最新情况，保留我填的" } : {};
  return { take, failure: error ? <Failure error={error} {...again} /> : null, ...sending };
}

function Bottom(props: {
  words: string;
  paused: boolean;
  grey: string | null;
  busy: boolean;
  act(): void;
  back(): void;
}) {
  const { words, paused, grey, busy, act, back } = props;
  return (
    <div className="row outcome">
      <Act {...{ words, grey, busy }} primary onAct={act} {...(paused ? {} : { press: "Ctrl+Enter" })} />
      <Act words="先不这样" onAct={back} {...(paused ? {} : { press: "Esc" })} />
      <span className="second">{grey}</span>
    </div>
  );
}

function Refuse(props: InsteadFormProps) {
  const { request, paused, back, done } = props;
  const draft = useDraft<RouteCode | null>(`refuse.${request.id}`, null);
  const { take, failure, busy } = useStep(props);
  const route = draft.value;
  const here = useRef<HTMLFormElement>(null);
  useEffect(() => here.current?.querySelector("input")?.focus(), []);
  const submit = async () => {
    if (route === null || !(await take("refusal", { reason: routes[route].reason, route }))) return;
    draft.clear();
    done(`已登记为不予受理：${request.number}。`);
  };
  return (
    <form className="form in" aria-label="不予受理" ref={here} onSubmit={(event) => event.preventDefault()}>
      {failure}
      <RouteChoice value={route} choose={draft.set} />
      <Bottom
        {...{ words: "不予受理", paused, busy, back, act: submit }}
        grey={whyNot(request, "refuse") ?? (route === null ? "还差去处。" : null)}
      />
    </form>
  );
}

function Merge({ into, ...props }: InsteadFormProps & { into: Into }) {
  const { request, paused, back, done } = props;
  const { take, failure, busy } = useStep(props);
  const submit = async () => {
    if (await take("merge", { into: into.id })) done(`已并单：${request.number} → ${into.number}。`);
  };
  return (
    <form className="form in" aria-label="并单" onSubmit={(event) => event.preventDefault()}>
      {failure}
      <p>
        并入 <strong>{into.title}</strong>
        <span className="meta">　{into.number}</span>
      </p>
      <p className="second">
        {into.leadName ? `那件已派${into.leadName}。` : "那件还没有派。"}并入后一次办理，结果也会告知这位当事人。
      </p>
      <Bottom {...{ words: "并单", paused, busy, back, act: submit }} grey={whyNot(request, "merge")} />
    </form>
  );
}

export const InsteadForm = (props: InsteadFormProps) =>
  props.instead.as === "refuse" ? <Refuse {...props} /> : <Merge {...props} into={props.instead.into} />;
