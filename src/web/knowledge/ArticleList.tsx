/** 条目清单: what is found, with where it was found; what has expired is struck through. */
import { inOwnKeys } from "../shell/ownKeys.ts";
import { type Column, Listing } from "../ui/Listing.tsx";
import type { ArticleRow } from "./data.ts";
import { Marked } from "./Marked.tsx";
import type { Queue } from "./queues.ts";
import { ValidityTag } from "./Validity.tsx";

interface ArticleListProps {
  queue: Queue;
  query: string;
  opened: string | null;
  open(article: string): void;
}

const columnsFor = (query: string): Column<ArticleRow>[] => [
  {
    head: "条目",
    cell: (row) => (
      <>
        <span className={row.validity.state === "expired" ? "expired title" : "title"}>
          <Marked text={row.title} query={query} />
        </span>
        <span className="meta line">
          <Marked text={row.excerpt} query={query} />
        </span>
        <span className="row meta">
          {row.unitName}
          <ValidityTag validity={row.validity} quiet />
          {row.proposed ? <span className="tag amber">{row.accepted ? "有提议待审" : "提议待审"}</span> : null}
        </span>
      </>
    ),
  },
  { head: "本月采用", cell: ({ usedThisMonth }) => usedThisMonth, number: true, width: "64px" },
];

/** two characters are looked for, one isn't */
const isAsked = (query: string) => /[\p{L}\p{N}]{2}/u.test(query);

export function ArticleList({ queue, query, opened, open }: ArticleListProps) {
  const asked = isAsked(query);
  const empty = asked ? inOwnKeys(`没有找到“${query}”。换个说法再找；确实没有，请按 Alt W 记下来。`) : queue.empty;
  return (
    <Listing<ArticleRow>
      noun="articles"
      path="/articles"
      query={{ ...queue.query, q: asked ? query : undefined }}
      what={asked ? `“${query}”找到的条目` : queue.name}
      columns={columnsFor(asked ? query : "")}
      empty={empty}
      open={({ id }) => open(id)}
      opened={opened}
    />
  );
}
