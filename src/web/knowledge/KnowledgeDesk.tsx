/** 知识库: what is looked for, what was found, one article beside it. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { read } from "../shell/ask.ts";
import { useKeys } from "../shell/keys.ts";
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { count } from "../ui/number.ts";
import { ArticleList } from "./ArticleList.tsx";
import { ArticlePane } from "./ArticlePane.tsx";
import { mayWrite, ofHotline } from "./data.ts";
import { NewArticle } from "./NewArticle.tsx";
import { NoteQuestion, Questions } from "./Questions.tsx";
import { type Queue, queues } from "./queues.ts";
import { Reports } from "./Reports.tsx";
import { SearchBox } from "./SearchBox.tsx";
import { MostUsed } from "./Uses.tsx";
import "./knowledge.css";

function Total({ path, query }: { path: string; query: Record<string, string> }) {
  const { data } = useQuery({
    queryKey: ["counts", path, query],
    queryFn: () => read<{ total: string }>(path, { ...query, limit: 1 }),
  });
  return <span>{data ? count(data.total) : ""}</span>;
}

function Queues({ at, go }: { at: string; go(key: string): void }) {
  const { role } = useMe();
  return (
    <nav className="panel queues" aria-label="知识分类">
      <ul>
        {queues
          .filter((queue) => queue.for(role))
          .map(({ key, name, path, query }) => (
            <li key={key}>
              <button type="button" aria-current={key === at ? "true" : undefined} onClick={() => go(key)}>
                {name} {path ? <Total path={path} query={query} /> : null}
              </button>
            </li>
          ))}
      </ul>
    </nav>
  );
}

type Open = (article: string) => void;

function Listed({ queue, query, opened, open }: { queue: Queue; query: string; opened: string | null; open: Open }) {
  if (queue.key === "questions") return <Questions empty={queue.empty} open={open} />;
  if (queue.key === "reports") return <Reports empty={queue.empty} open={open} />;
  if (queue.key === "uses") return <MostUsed empty={queue.empty} open={open} />;
  return <ArticleList key={queue.key} queue={queue} query={query} opened={opened} open={open} />;
}

export default function KnowledgeDesk() {
  const { role } = useMe();
  const [{ queue = "all", article, q = "", write }, go] = usePlace();
  const [query, setQuery] = useState(q);
  const [noting, setNoting] = useState(false);
  const current = queues.find(({ key }) => key === queue) ?? queues[0]!;
  const searching = current.path === "/articles";
  const open = (id: string) => go({ article: id, write: undefined, edition: undefined, q: query || undefined });
  useKeys([{ press: "/", does: "检索", act: () => document.getElementById("search-knowledge")?.focus() }]);
  return (
    <main id="main" className={`columns knowledge${article || write ? " opened" : ""}`}>
      <Queues at={current.key} go={(key) => go({ queue: key, article: undefined, write: undefined })} />
      <section className="panel found" aria-label={current.name}>
        <div className="in stack">
          <SearchBox query={query} set={setQuery} search={() => searching || go({ queue: "all" })} />
          <div className="row">
            {ofHotline(role) ? <Act words="记下没找到的" press="Alt+W" small onAct={() => setNoting(true)} /> : null}
            {mayWrite(role) ? (
              <Act
                words={role === "liaison" ? "提议一条" : "新写一条"}
                press="Alt+N"
                small
                onAct={() => go({ write: "new", article: undefined })}
              />
            ) : null}
          </div>
          {noting ? <NoteQuestion asked={query} close={() => setNoting(false)} /> : null}
        </div>
        <Listed queue={current} query={query} opened={article ?? null} open={open} />
      </section>
      <section className="stack reading" aria-label="这一条">
        {article || write ? (
          <div className="narrow-only">
            <Act words="回清单" small onAct={() => go({ article: undefined, write: undefined })} />
          </div>
        ) : null}
        {write === "new" ? (
          <NewArticle done={(id) => go({ article: id, write: undefined })} close={() => go({ write: undefined })} />
        ) : article ? (
          <ArticlePane key={article} id={article} query={query} />
        ) : (
          <p className="panel empty">按“/”检索，两个字就行；从清单里选一条，在这里看。</p>
        )}
      </section>
    </main>
  );
}
