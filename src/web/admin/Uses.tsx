/** 这条规则用在哪: what reads rows of its kind. */
import type { Action } from "../../domain/order/action.ts";
import { lifecycle } from "../../domain/order/lifecycle.ts";
import type { RuleKind } from "../../domain/rule/rulebook.ts";
import { ruleUses } from "../../domain/rule/uses.ts";
import { measureName } from "../../report/phrase/measureName.ts";
import { ruleKindNameOf } from "./ruleWords.ts";

const said = (names: readonly string[]) => names.join("、");

export function Uses({ kind }: { kind: RuleKind }) {
  const { measures, actions, pages, others } = ruleUses[kind];
  const rows: [what: string, names: string][] = [
    ["算哪些数", said(measures.map(measureName))],
    ["管哪些动作", said(actions.map((action) => lifecycle[action as Action].term))],
    ["哪些工作台", said(pages)],
    ["还有", said(others)],
  ];
  return (
    <section className="panel" aria-label="这条规则用在哪">
      <header>
        <h2>这条规则用在哪</h2>
        <span className="meta">按“{ruleKindNameOf(kind)}”这一种说</span>
      </header>
      <dl className="facts in">
        {rows
          .filter(([, names]) => names !== "")
          .map(([what, names]) => (
            <div className="fact" key={what}>
              <dt>{what}</dt>
              <dd>{names}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
