/** 没有答案的问题: noted where nothing was found; answered by an article. */
import { useQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import { useState } from "react";
import { actorWords } from "../order/actorWords.ts";
import { read } from "../shell/ask.ts";
import { useSend } from "../shell/send.ts";
import { useMe } from "../shell/session.ts";
import { Field } from "../ui/Field.tsx";
import { type Column, Listing } from "../ui/Listing.tsx";
import { Sending } from "../ui/Sending.tsx";
import { when } from "../ui/when.ts";
import { type ArticleRow, isWriter, KNOWLEDGE, type Question } from "./data.ts";

export function NoteQuestion({ asked, close }: { asked: string; close(): void }) {
  const [text, setText] = useState(asked);
  const [tried, setTried] = useState(false);
  const sent = useSend(KNOWLEDGE, close);
  const submit = () => {
    setTried(true);
    if (text.trim() !== "") sent.send({ path: "/open-questions", body: { text } });
  };
  return (
    <form className="form" aria-label="记下没找到的" onSubmit={(event) => event.preventDefault()}>
      <Field
        label="问的是什么，没有找到"
        fault={tried && text.trim() === "" ? "还差一句话。" : null}
        hint="电话、证件号会自动略去。"
      >
        {(control) => (
          <Input {...control} autoFocus maxLength={200} value={text} onChange={({ target }) => setText(target.value)} />
        )}
      </Field>
      <Sending words="记下来" sent={sent} submit={submit} cancel={close} />
    </form>
  );
}

/** 选条目: found as one types */
function PickArticle({ id, value, set }: { id: string; value: string | null; set(value: string | null): void }) {
  const [typed, setTyped] = useState("");
  const { data, isFetching } = useQuery({
    queryKey: ["articles", "pick", typed],
    queryFn: ({ signal }) => read<{ rows: ArticleRow[] }>("/articles", { q: typed || undefined, limit: 20 }, signal),
    placeholderData: (before) => before,
  });
  return (
    <Select
      id={id}
      aria-label="用哪一条回答"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      loading={isFetching}
      placeholder="输入两个字找条目"
      options={(data?.rows ?? []).map((row) => ({ value: row.id, label: row.title }))}
      value={value}
      onChange={(next) => set(next ?? null)}
      notFoundContent={isFetching ? "正在找…" : "没有这样的条目，请先新写一条"}
      style={{ width: "100%" }}
    />
  );
}

function Answering({ question, close }: { question: Question; close(): void }) {
  const [article, setArticle] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const sent = useSend(KNOWLEDGE, close);
  const submit = () => {
    setTried(true);
    if (article !== null) sent.send({ path: `/open-questions/${question.id}/answer`, body: { article } });
  };
  return (
    <form className="form in" aria-label="回答这个问题" onSubmit={(event) => event.preventDefault()}>
      <p className="says">{question.text}</p>
      <Field label="用哪一条回答" fault={tried && article === null ? "还没有选条目。" : null}>
        {({ id }) => <PickArticle id={id} value={article} set={setArticle} />}
      </Field>
      <Sending words="用这一条回答" sent={sent} submit={submit} cancel={close} />
    </form>
  );
}

export function Questions({ empty }: { empty: string; open(article: string): void }) {
  const { role, platform } = useMe();
  const [answering, setAnswering] = useState<Question | null>(null);
  const columns: Column<Question>[] = [
    {
      head: "问题",
      cell: ({ text, at, by }) => (
        <>
          {text}
          <span className="meta line">
            {when(at, platform.zone)}　{actorWords(by)}
          </span>
        </>
      ),
    },
  ];
  return (
    <>
      {answering ? <Answering key={answering.id} question={answering} close={() => setAnswering(null)} /> : null}
      <Listing<Question>
        noun="questions"
        path="/open-questions"
        query={{}}
        what="没有答案的问题"
        columns={columns}
        empty={empty}
        opened={answering?.id ?? null}
        {...(isWriter(role) ? { open: setAnswering } : {})}
      />
    </>
  );
}
