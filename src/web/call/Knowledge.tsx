/** 知识: the article that fits best is taken into the answer with one key, which is counted as a use of it. */
import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { type ReactNode, useRef, useState } from "react";
import type { z } from "zod";
import type { articlePage } from "../../contract/knowledge/article.ts";
import { type Article, type ArticleRow, KNOWLEDGE } from "../knowledge/data.ts";
import { ValidityTag } from "../knowledge/Validity.tsx";
import type { Suggestions } from "../request/data.ts";
import { Help } from "../request/Help.tsx";
import { read } from "../shell/ask.ts";
import { useSend } from "../shell/send.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { useRested } from "./data.ts";
import type { Given } from "./given.ts";
import type { Change } from "./Matter.tsx";

interface KnowledgeProps {
  given: Given;
  change: Change;
  categories: Suggestions["categories"];
}

const SHOWN = 3;

const useArticles = (q: string) =>
  useQuery({
    queryKey: ["articles", "suggested", q],
    queryFn: ({ signal }) =>
      read<z.output<typeof articlePage>>("/articles", { q, state: "current", limit: SHOWN }, signal),
    enabled: q.length >= 2,
    staleTime: 60_000,
  });

/** 答复, with what was written there before kept on top. */
const added = (before: string, answer: string) => (before.trim() === "" ? answer : `${before.trim()}\n${answer}`);

function useAdopting({ given, change }: Pick<KnowledgeProps, "given" | "change">) {
  // what is typed while it is fetched stays
  const latest = useRef(given);
  latest.current = given;
  const { send, error, busy } = useSend<Article>(KNOWLEDGE, ({ id, shown }) => {
    const { answer, articles } = latest.current;
    change({ answer: added(answer, shown.answer), ending: "resolve", articles: [...articles, id] });
  });
  const adopt = ({ id }: ArticleRow) =>
    send({ path: `/articles/${id}/uses`, body: { request: given.made?.id ?? null } });
  return { adopt, error, busy };
}

function One({ row, act }: { row: ArticleRow; act: ReactNode }) {
  return (
    <li>
      <strong>{row.title}</strong>
      <p className="second">{row.excerpt}</p>
      <p className="row meta">
        {row.unitName}
        <ValidityTag validity={row.validity} />
        本月采用 {row.usedThisMonth} 次<span className="end">{act}</span>
      </p>
    </li>
  );
}

export function Knowledge({ given, change, categories }: KnowledgeProps) {
  const [typed, setTyped] = useState("");
  const [composes, setComposes] = useState(false);
  const asked = useRested(typed, composes).trim();
  const q = asked === "" ? (given.category?.name ?? categories[0]?.name ?? "") : asked;
  const { data, error, refetch } = useArticles(q);
  const { adopt, error: failed, busy } = useAdopting({ given, change });
  const rows = data?.rows ?? [];
  const isTaken = ({ id }: ArticleRow) => given.articles.includes(id);
  const first = rows.find((row) => !isTaken(row));
  const act = first ? <Act words="采用" press="F9" small busy={busy} onAct={() => adopt(first)} /> : null;
  return (
    <Help name="知识" act={act}>
      <Input
        size="small"
        aria-label="检索知识，两个字就行"
        placeholder={q === "" ? "检索知识，两个字就行" : `按“${q}”找的；换别的字找`}
        maxLength={100}
        value={typed}
        onCompositionStart={() => setComposes(true)}
        onCompositionEnd={() => setComposes(false)}
        onChange={({ target }) => setTyped(target.value)}
      />
      {error ? <Failure error={error} again={() => refetch()} /> : null}
      {failed ? <Failure error={failed} /> : null}
      {data && rows.length === 0 ? <p className="second">知识库里没有说到“{q}”的。</p> : null}
      <ul className="stack">
        {rows.map((row) => (
          <One
            key={row.id}
            row={row}
            act={
              isTaken(row) ? (
                <span className="clock green">✓ 已采用</span>
              ) : row === first ? null : (
                <Act words="采用这条" small busy={busy} onAct={() => adopt(row)} />
              )
            }
          />
        ))}
      </ul>
      {first ? <p className="meta">采用的写进“在线办结”的答复，记一次采用。</p> : null}
    </Help>
  );
}
