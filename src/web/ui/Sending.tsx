/** 正在提交: the two buttons below a form, and what came of it. */
import type { useSend } from "../shell/send.ts";
import { Act } from "./Act.tsx";
import { Failure } from "./Failure.tsx";

type Sent = ReturnType<typeof useSend>;

interface SendingProps {
  words: string;
  sent: Sent;
  submit(): void;
  /** null: there is nothing to go back to */
  cancel: (() => void) | null;
  danger?: boolean;
  /** somebody was faster: reads it again and keeps what is typed */
  newest?: () => void;
}

const isStale = (error: unknown) =>
  (error as { problem?: { code?: string } } | null)?.problem?.code === "versionConflict";

export function Sending({ words, sent, submit, cancel, danger, newest }: SendingProps) {
  const { error, busy } = sent;
  const stale = isStale(error) && newest;
  return (
    <>
      {error ? (
        <Failure error={error} again={stale || submit} verb={stale ? "看最新情况，保留我填的" : "再试一次"} />
      ) : null}
      <div className="row">
        <Act words={words} press="Ctrl+Enter" primary busy={busy} danger={danger ?? false} onAct={submit} />
        {cancel ? <Act words="先不做" press="Esc" onAct={cancel} /> : null}
      </div>
    </>
  );
}
