/** 经过: written from the ledger's events, the newest first; nobody can change it. */

import { useMe } from "../shell/session.ts";
import { Failure } from "../ui/Failure.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { when } from "../ui/when.ts";
import { actorWords } from "./actorWords.ts";
import { type Trail, useTrail } from "./data.ts";

const textNames: Record<string, string> = {
  internalText: "内部",
  publicText: "公开答复",
  reason: "理由",
  text: "",
};

export function Steps({ steps, zone }: { steps: Trail; zone: string }) {
  return (
    <ol className="trail">
      {steps.map(({ version, at, by, term, unitName, late, texts }) => (
        <li key={version} className={late ? "late" : undefined}>
          <time dateTime={at}>{when(at, zone)}</time>
          <span className="dot" aria-hidden="true" />
          <div>
            <strong>{term}</strong>　
            <span className="second">
              {unitName ?? ""} {actorWords(by)}
            </span>
            {late ? <span className="tag red">超期</span> : null}
            {texts.map(({ of, text }) => (
              <p key={of}>
                {textNames[of] ? <span className="meta">{textNames[of]}：</span> : null}
                {text}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

export function TrailList({ id }: { id: string }) {
  const { data, error, refetch } = useTrail(id);
  const { platform } = useMe();
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!data) return <Waiting what="经过" />;
  return (
    <div className="in">
      <Steps steps={[...data].reverse()} zone={platform.zone} />
    </div>
  );
}
