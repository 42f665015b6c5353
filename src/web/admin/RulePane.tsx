/** 一项规则: what it says now, in words, and all that was ever said of it, each with its source. */
import { dateWords } from "../../domain/calendar/civil.ts";
import type { RuleKind } from "../../domain/rule/rulebook.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { when } from "../ui/when.ts";
import { type Rule, type Said, useHistory, useNames } from "./ruleData.ts";
import { ruleFields } from "./ruleFields.ts";
import { type NameOf, ruleKindNameOf, wordsOf } from "./ruleWords.ts";
import { Uses } from "./Uses.tsx";

const origins: Record<Said["origin"], string> = {
  release: "随程序发布",
  operator: "本热线写的",
  reconstructed: "由公布的月份重建",
};

const period = ({ from, until }: Pick<Said, "from" | "until">) =>
  `${dateWords(from)}起${until ? `，到${dateWords(until)}止（不含）` : ""}`;

function Says({ kind, value, nameOf }: { kind: RuleKind; value: Record<string, unknown>; nameOf: NameOf }) {
  const said = ruleFields[kind].filter(({ name, optional }) => !optional || value[name] != null);
  return (
    <dl className="facts">
      {said.map((field) => (
        <div className="fact" key={field.name}>
          <dt>{field.label}</dt>
          <dd>{wordsOf(field, value[field.name], nameOf)}</dd>
        </div>
      ))}
    </dl>
  );
}

const isNow = (one: Said, rule: Rule) =>
  one.from === rule.from && one.source === rule.source && JSON.stringify(one.value) === JSON.stringify(rule.value);

function History({ kind, rule, nameOf }: { kind: RuleKind; rule: Rule; nameOf: NameOf }) {
  const { platform } = useMe();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useHistory(kind, rule.key);
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!data) return <Waiting what="来历" rows={3} />;
  const all = data.pages.flatMap(({ rows }) => rows);
  const now = all.findIndex((one) => isNow(one, rule));
  return (
    <>
      <ol className="versions">
        {all.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever added on top
          <li key={all.length - at} aria-current={at === now ? "true" : undefined}>
            <p>
              <strong>{period(one)}</strong> {at === now ? <span className="tag green">现行</span> : null}
              {one.assumption ? <span className="tag amber">假定</span> : null}
            </p>
            <p className="second">
              出处：{one.source}（{origins[one.origin]}，{when(one.recordedAt, platform.zone)} 写入）
            </p>
            {at === now ? null : (
              <details>
                <summary>这一版怎么说</summary>
                <Says kind={kind} value={one.value} nameOf={nameOf} />
              </details>
            )}
          </li>
        ))}
      </ol>
      {hasNextPage ? <Act words="再列一些" small onAct={() => fetchNextPage()} /> : null}
    </>
  );
}

export function RulePane({ kind, rule, write }: { kind: RuleKind; rule: Rule; write(): void }) {
  const nameOf = useNames();
  return (
    <>
      <section className="panel" aria-label="现行的一版">
        <header>
          <h2>{rule.title}</h2>
          <span className="meta">{ruleKindNameOf(kind)}</span>
          <span className="end">
            <Act words="新增一版" press="Alt+A" primary onAct={write} />
          </span>
        </header>
        <div className="in stack">
          <Says kind={kind} value={rule.value} nameOf={nameOf} />
          <p className="second">
            {period(rule)}。出处：{rule.source}
            {rule.assumption ? <span className="tag amber">假定</span> : null}
          </p>
          <p className="meta">规则只能新增一版，不能改，也不能删：旧的月份要照旧的算。</p>
        </div>
      </section>
      <Uses kind={kind} />
      <section className="panel" aria-label="来历">
        <header>
          <h2>来历</h2>
          <span className="end meta">新的在上</span>
        </header>
        <div className="in">
          <History kind={kind} rule={rule} nameOf={nameOf} />
        </div>
      </section>
    </>
  );
}
