/** 报错: what is said to be wrong, and how it was settled. */
import { useState } from "react";
import { actorWords } from "../order/actorWords.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { type Column, Listing } from "../ui/Listing.tsx";
import { when } from "../ui/when.ts";
import type { Report } from "./data.ts";
import { LineForm } from "./LineForm.tsx";

interface SettlingProps {
  report: Report;
  open(article: string): void;
  close(): void;
}

const Settling = ({ report: { id, article, text, title }, open, close }: SettlingProps) => (
  <LineForm
    name="处理报错"
    draft={`report.${id}`}
    label="怎样处理的"
    missing="还差怎样处理的。"
    words="处理完"
    path={`/article-error-reports/${id}/settlement`}
    close={close}
    done={close}
  >
    <p className="says">{text}</p>
    <p>
      <Act words={`看“${title}”`} small onAct={() => open(article)} />
    </p>
  </LineForm>
);

export function Reports({ empty, open }: { empty: string; open(article: string): void }) {
  const { zone } = useMe().platform;
  const [settling, setSettling] = useState<Report | null>(null);
  const columns: Column<Report>[] = [
    {
      head: "哪里不对",
      cell: ({ text, title, edition, at, by }) => (
        <>
          {text}
          <span className="meta line">
            {title}（第 {edition} 版）　{when(at, zone)}　{actorWords(by)}
          </span>
        </>
      ),
    },
  ];
  return (
    <>
      {settling ? <Settling key={settling.id} report={settling} open={open} close={() => setSettling(null)} /> : null}
      <Listing<Report>
        noun="reports"
        path="/article-error-reports"
        query={{}}
        what="报错"
        columns={columns}
        empty={empty}
        opened={settling?.id ?? null}
        open={setSettling}
      />
    </>
  );
}
