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
  /** asked as it is it can only be refused again */
  hopeless?: boolean;
}

/** 拒绝的代码 of what came back; undefined: it wasn't refused */
export const refusedAs = (error: unknown): string | undefined =>
  (error as { problem?: { code?: string } } | null)?.problem?.code;

export function Sending({ words, sent, submit, cancel, danger, newest, hopeless }: SendingProps) {
  const { error, busy } = sent;
  const stale = refusedAs(error) === "versionConflict" && newest;
  return (
    <>
      {error ? (
        <Failure
          error={error}
          again={hopeless ? undefined : stale || submit}
          verb={stale ? "看最新情况，保留我填的" : "再试一次"}
        />
      ) : null}
      <div className="row">
        <Act words={words} press="Ctrl+Enter" primary busy={busy} danger={danger ?? false} onAct={submit} />
        {cancel ? <Act words="先不做" press="Esc" onAct={cancel} /> : null}
      </div>
    </>
  );
}
