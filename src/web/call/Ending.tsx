/** 怎样结束: what is missing, and the four ways a matter leaves this desk. */

import { Input } from "antd";
import { useEffect, useRef } from "react";
import { RouteChoice } from "../request/RouteChoice.tsx";
import { useKeys } from "../shell/keys.ts";
import { inOwnKeys } from "../shell/ownKeys.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Field } from "../ui/Field.tsx";
import { type FieldName, type Given, labelOf, lacking, type Outcome, outcomes } from "./given.ts";
import type { Change } from "./Matter.tsx";
import { useHandIn } from "./useHandIn.ts";
import { says } from "./words.ts";

interface EndingProps {
  given: Given;
  change: Change;
  call: string | null;
  tried: boolean;
  setTried(tried: boolean): void;
  registered(sentence: string): void;
}

const Answer = ({ given, change }: Pick<EndingProps, "given" | "change">) => (
  <Field label="给来电人的答复">
    {(control) => (
      <Input.TextArea
        {...control}
        autoSize={{ minRows: 3, maxRows: 10 }}
        maxLength={5000}
        value={given.answer}
        onChange={({ target }) => change({ answer: target.value })}
      />
    )}
  </Field>
);

function OwnForm({ given, change, missing }: Pick<EndingProps, "given" | "change"> & { missing: FieldName[] }) {
  const here = useRef<HTMLElement>(null);
  useEffect(() => here.current?.querySelector<HTMLElement>("textarea, input")?.focus(), []);
  const name = given.ending === "resolve" ? "answer" : "route";
  return (
    <section className="own" aria-label={outcomes[given.ending!].term} ref={here} data-field={name}>
      {given.ending === "resolve" ? (
        <Answer {...{ given, change }} />
      ) : (
        <RouteChoice value={given.route} choose={(route) => change({ route })} />
      )}
      {missing.includes(name) ? <p className="clock red">还差{labelOf(name)}。</p> : null}
    </section>
  );
}

const toField = (name: FieldName) =>
  document.querySelector<HTMLElement>(`[data-field="${name}"] :is(textarea, input)`)?.focus();

export function Ending({ given, change, call, tried, setTried, registered }: EndingProps) {
  const { send, error, busy } = useHandIn({ given, change, call, registered });
  const primary: Outcome = given.ending ?? (given.into ? "merge" : "dispatch");
  const missing = lacking(given, primary);
  const hand = (outcome: Outcome) => {
    const lacks = lacking(given, outcome);
    setTried(lacks.length > 0);
    if (lacks[0]) toField(lacks[0]);
    else if (!busy) send(outcome);
  };
  const open = (ending: "resolve" | "refuse") => change({ ending });
  // while it is chosen the key that hands in joins it; its own goes on working
  useKeys([given.into && !given.ending ? { press: "Alt+B", does: "并单", act: () => hand("merge") } : null]);
  const main = (
    <Act words={outcomes[primary].term} press="Ctrl+Enter" primary busy={busy} onAct={() => hand(primary)} />
  );
  return (
    <>
      {error ? <Failure error={error} again={() => hand(primary)} /> : null}
      <div className={given.ending ? "bottom open" : "bottom"}>
        {given.ending ? <OwnForm key={given.ending} {...{ given, change, missing: tried ? missing : [] }} /> : null}
        <span role="status">{missing.length > 0 ? `还差 ${missing.map(labelOf).join("、")}` : "可以提交了。"}</span>
        <span className="end row">
          {given.ending ? (
            <>
              <Act words="先不这样" press="Esc" onAct={() => change({ ending: null })} />
              {main}
            </>
          ) : (
            <>
              <Act words="不予受理" press="Alt+N" onAct={() => open("refuse")} />
              {given.into ? (
                <Act words="交派单台" onAct={() => hand("dispatch")} />
              ) : (
                <>
                  <span className="meta" id="merge-why">
                    {inOwnKeys(says.noMerge)}
                  </span>
                  <Act
                    words="并单"
                    press="Alt+B"
                    grey={inOwnKeys(says.noMerge)}
                    describedBy="merge-why"
                    onAct={() => {}}
                  />
                </>
              )}
              <Act words="在线办结" press="Alt+Z" onAct={() => open("resolve")} />
              {main}
            </>
          )}
        </span>
      </div>
    </>
  );
}
