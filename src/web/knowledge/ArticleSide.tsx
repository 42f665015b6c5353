/** 条目旁边: who answers for it, from where it comes, its editions, how often it was used. */
import { actorWords } from "../order/actorWords.ts";
import { useMe } from "../shell/session.ts";
import { count } from "../ui/number.ts";
import { when } from "../ui/when.ts";
import type { Article } from "./data.ts";
import { Months } from "./Uses.tsx";

function Facts({ article: { shown, validity, usedThisMonth, openReports } }: { article: Article }) {
  return (
    <dl className="facts in">
      <dt>有效期</dt>
      <dd>{validity.words}</dd>
      <dt>责任单位</dt>
      <dd>{shown.unitName}</dd>
      <dt>来源</dt>
      <dd>{shown.source}</dd>
      <dt>本月采用</dt>
      <dd>{count(usedThisMonth)} 次</dd>
      {openReports ? (
        <>
          <dt>报错</dt>
          <dd>
            <span className="tag amber">{openReports} 个等处理</span>
          </dd>
        </>
      ) : null}
    </dl>
  );
}

const stateOf = ({ proposed, ruling }: Article["editions"][number]) =>
  !proposed ? "" : ruling === null ? "等审" : ruling.accepted ? "审定" : `没有同意：${ruling.reason ?? ""}`;

function Editions({ article, show }: { article: Article; show(no: number): void }) {
  const { zone } = useMe().platform;
  return (
    <ol className="editions in">
      {article.editions.map((one) => (
        <li key={one.no}>
          <button type="button" className="link" onClick={() => show(one.no)}>
            第 {one.no} 版
          </button>
          {one.no === article.shown.no && article.accepted ? <span className="tag green">现行</span> : null}{" "}
          <span className="second">{one.reason}</span>
          <span className="meta line">
            {when(one.at, zone)}　{actorWords(one.by)}　{stateOf(one)}
          </span>
        </li>
      ))}
    </ol>
  );
}

export const ArticleSide = ({ article, show }: { article: Article; show(no: number): void }) => (
  <aside className="stack" aria-label="这一条的来历">
    <section className="panel">
      <Facts article={article} />
    </section>
    <section className="panel">
      <header>
        <h2>版本</h2>
        <span className="end meta">旧的都留着</span>
      </header>
      <Editions article={article} show={show} />
    </section>
    <section className="panel">
      <header>
        <h2>每月采用</h2>
        <span className="end meta">次</span>
      </header>
      <Months uses={article.uses} />
    </section>
  </aside>
);
