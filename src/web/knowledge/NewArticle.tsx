/** 写条目: a new one, or another edition of one; a liaison's waits for the office. */
import { useRef, useState } from "react";
import { todayIn } from "../shell/clock.ts";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { useMe } from "../shell/session.ts";
import { Sending } from "../ui/Sending.tsx";
import { type Article, isWriter, KNOWLEDGE, useArticle } from "./data.ts";
import type { FormProps } from "./LineForm.tsx";
import { bodyOf, missing, WritingFields, writingOf } from "./WritingFields.tsx";

const WAITS = "您写的是提议，热线办审定以后才算。";

const BLANK = { title: "", answer: "", text: "", materials: "", source: "", until: "", reason: "" };

export function NewArticle({ done, close }: { done(id: string): void; close(): void }) {
  const { role, unit, platform } = useMe();
  const today = todayIn(platform.zone);
  const draft = useDraft("article.new", { ...BLANK, unit, from: today });
  const [tried, setTried] = useState(false);
  const sent = useSend<Article>(KNOWLEDGE, ({ id }) => {
    draft.clear();
    done(id);
  });
  const lacks = missing(draft.value, true);
  const submit = () => {
    setTried(true);
    if (lacks.length === 0) sent.send({ path: "/articles", body: bodyOf(draft.value, true) });
  };
  const words = isWriter(role) ? "新写一条" : "提议一条";
  return (
    <section className="panel">
      <form className="form in" aria-label={words} onSubmit={(event) => event.preventDefault()}>
        <h2>{words}</h2>
        {isWriter(role) ? null : <p className="warning">{WAITS}</p>}
        <WritingFields writing={draft.value} set={draft.set} isNew lacks={tried ? lacks : []} />
        <Sending words={words} sent={sent} submit={submit} cancel={close} />
      </form>
    </section>
  );
}

export function ReviseForm({ article, close, done }: FormProps) {
  const { role } = useMe();
  const draft = useDraft(`article.${article.id}.revise`, writingOf(article.shown));
  const [tried, setTried] = useState(false);
  const { refetch } = useArticle(article.id);
  const version = useRef(article.version);
  const sent = useSend(KNOWLEDGE, () => {
    draft.clear();
    done(isWriter(role) ? "新的一版已经现行，旧的留着。" : "已提议，等热线办审定。");
  });
  const newest = async () => {
    version.current = (await refetch()).data?.version ?? version.current;
    sent.forget();
  };
  const lacks = missing(draft.value, false);
  const submit = () => {
    setTried(true);
    if (lacks.length === 0)
      sent.send({
        path: `/articles/${article.id}/editions`,
        body: bodyOf(draft.value, false),
        version: version.current,
      });
  };
  return (
    <form className="form in" aria-label="写新的一版" onSubmit={(event) => event.preventDefault()}>
      <h2>写新的一版</h2>
      {isWriter(role) ? null : <p className="warning">{WAITS}</p>}
      <WritingFields writing={draft.value} set={draft.set} isNew={false} lacks={tried ? lacks : []} />
      <Sending words="提交新的一版" sent={sent} submit={submit} cancel={close} newest={newest} />
    </form>
  );
}
