/** 一条知识: what is read aloud, the whole of it, what to bring; beside it until when it holds and who says so. */
import { useState } from "react";
import { usePlace } from "../shell/place.ts";
import { Failure } from "../ui/Failure.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { ArticleActs } from "./ArticleActs.tsx";
import { ArticleSide } from "./ArticleSide.tsx";
import { type Article, useArticle, useEdition } from "./data.ts";
import { Marked } from "./Marked.tsx";
import { ValidityTag } from "./Validity.tsx";
import { Wording } from "./Wording.tsx";

/** 哪一版: what is asked for in the address, else the one in force. */
function Shown({ article, no, query }: { article: Article; no: number | null; query: string }) {
  const other = useEdition(article.id, no);
  if (no === null || no === article.shown.no) return <Wording edition={article.shown} query={query} />;
  if (other.error) return <Failure error={other.error} again={() => other.refetch()} />;
  if (!other.data) return <Waiting what={`第 ${no} 版`} />;
  return (
    <>
      <p className="warning">
        这是第 {no} 版，不是现行的。现行的是第 {article.shown.no} 版。
      </p>
      <Wording edition={other.data} query={query} />
    </>
  );
}

function Title({ article, query }: { article: Article; query: string }) {
  const { shown, validity, accepted } = article;
  return (
    <div className="row heading">
      <h1 className={validity.state === "expired" ? "expired" : undefined}>
        <Marked text={shown.title} query={query} />
      </h1>
      {accepted ? <ValidityTag validity={validity} /> : <span className="tag amber">提议，还没有审定</span>}
    </div>
  );
}

export function ArticlePane({ id, query }: { id: string; query: string }) {
  const { data: article, error, refetch } = useArticle(id);
  const [{ edition }, go] = usePlace();
  const [said, setSaid] = useState("");
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!article) return <Waiting what="这一条" rows={10} />;
  return (
    <>
      <Title article={article} query={query} />
      <p role="status" className={said ? "told" : "unseen"}>
        {said}
      </p>
      <ArticleActs article={article} done={setSaid} />
      <div className="article">
        <section className="panel" aria-label="内容">
          <div className="in stack">
            <Shown article={article} no={edition ? Number(edition) : null} query={query} />
          </div>
        </section>
        <ArticleSide
          article={article}
          show={(no) => go({ edition: no === article.shown.no ? undefined : String(no) })}
        />
      </div>
    </>
  );
}
