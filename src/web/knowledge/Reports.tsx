/** 报错: what is said to be wrong, and how it was settled. */
import { Input } from "antd";
import { useState } from "react";
import { actorWords } from "../order/actorWords.ts";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Field } from "../ui/Field.tsx";
import { type Column, Listing } from "../ui/Listing.tsx";
import { Sending } from "../ui/Sending.tsx";
import { when } from "../ui/when.ts";
import { KNOWLEDGE, type Report } from "./data.ts";

interface SettlingProps {
  report: Report;
  open(article: string): void;
  close(): void;
}

function Settling({ report, open, close }: SettlingProps) {
  const draft = useDraft(`report.${report.id}`, "");
  const [tried, setTried] = useState(false);
  const sent = useSend(KNOWLEDGE, () => {
    draft.clear();
    close();
  });
  const submit = () => {
    setTried(true);
    if (draft.value.trim() !== "")
      sent.send({ path: `/article-error-reports/${report.id}/settlement`, body: { text: draft.value } });
  };
  return (
    <form className="form in" aria-label="处理报错" onSubmit={(event) => event.preventDefault()}>
      <p className="says">{report.text}</p>
      <p>
        <Act words={`看“${report.title}”`} small onAct={() => open(report.article)} />
      </p>
      <Field label="怎样处理的" fault={tried && draft.value.trim() === "" ? "还差怎样处理的。" : null}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={200}
            value={draft.value}
            onChange={({ target }) => draft.set(target.value)}
          />
        )}
      </Field>
      <Sending words="处理完" sent={sent} submit={submit} cancel={close} />
    </form>
  );
}

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
