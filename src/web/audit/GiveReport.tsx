/** 给一份报告: chosen, dropped on the page, or pasted. */
import { Input, Progress } from "antd";
import { useEffect, useRef, useState } from "react";
import { upload } from "../shell/ask.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Field } from "../ui/Field.tsx";
import type { ReportAudit } from "./data.ts";

type Done = (file: File, audit: ReportAudit) => void;

/** old ones too: whoever chooses one is told how to save it */
const ACCEPTED = ".docx,.pdf,.html,.htm,.txt,.doc,.wps";

function useAuditing(done: Done) {
  const [sending, setSending] = useState<{ file: File; share: number } | null>(null);
  const [failed, setFailed] = useState<{ file: File; error: unknown } | null>(null);
  const send = async (file: File) => {
    setFailed(null);
    setSending({ file, share: 0 });
    try {
      done(file, await upload<ReportAudit>("/report-audits", file, (share) => setSending({ file, share })));
    } catch (error) {
      setFailed({ file, error });
    } finally {
      setSending(null);
    }
  };
  return { sending, failed, send };
}

/** a file that is dropped beside its place would be opened in the page's stead */
function useDropped(take: (file: File) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) latest.current(file);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, []);
}

function Pasting({ busy, send }: { busy: boolean; send(file: File): void }) {
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const isMissing = text.trim() === "";
  const submit = () => {
    setTried(true);
    if (!isMissing) send(new File([text], "粘贴的文字", { type: "text/plain" }));
  };
  return (
    <form className="form" aria-label="粘贴文字" onSubmit={(event) => event.preventDefault()}>
      <Field label="或者把文字粘贴在这里" fault={tried && isMissing ? "还差文字。" : null}>
        {(control) => (
          <Input.TextArea {...control} rows={6} value={text} onChange={({ target }) => setText(target.value)} />
        )}
      </Field>
      <div className="row">
        <Act words="审核粘贴的文字" press="Ctrl+Enter" primary busy={busy} onAct={submit} />
      </div>
    </form>
  );
}

export function GiveReport({ done, isFirst }: { done: Done; isFirst: boolean }) {
  const [pasting, setPasting] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const { sending, failed, send } = useAuditing((file, audit) => {
    setPasting(false);
    done(file, audit);
  });
  useDropped(send);
  const take = ({ target }: React.ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    target.value = "";
    if (file) send(file);
  };
  return (
    <section className="panel" aria-label="要审核的报告">
      <header>
        <h2>要审核的报告</h2>
        <span className="meta">任何城市已发布的都可以</span>
      </header>
      <div className="in form">
        <div className="row">
          <Act words="选文件" press="Alt+U" busy={sending !== null} onAct={() => chooser.current?.click()} />
          {isFirst || pasting ? null : <Act words="粘贴文字" onAct={() => setPasting(true)} />}
        </div>
        <input ref={chooser} type="file" accept={ACCEPTED} hidden aria-label="选文件" onChange={take} />
        <p className="meta">
          .docx、带文字的 .pdf、.html、.txt，也可以拖到这一页；文件和文字只在审核的这一会儿读，服务器上什么也不保存。
        </p>
        {sending ? (
          <div aria-busy="true">
            <span role="status">
              {sending.share < 1 ? `正在上传“${sending.file.name}”…` : `正在审核“${sending.file.name}”…`}
            </span>
            <Progress
              percent={Math.round(sending.share * 100)}
              status="active"
              size="small"
              aria-label={`正在上传 ${sending.file.name}`}
            />
          </div>
        ) : null}
        {failed ? <Failure error={failed.error} again={() => send(failed.file)} /> : null}
        {isFirst || pasting ? <Pasting busy={sending !== null} send={send} /> : null}
      </div>
    </section>
  );
}
