/** 按钮: says what it does, carries its key where it works, and when it is grey its reason stands beside it. */
import { Button } from "antd";
import { type Key, useKeys } from "../shell/keys.ts";
import { capOf, ownOf, useOwnKeys } from "../shell/ownKeys.ts";

interface ActProps {
  words: string;
  onAct(): void;
  /** its key, bound while the button is there */
  press?: string;
  /** the one thing to do next */
  primary?: boolean;
  danger?: boolean;
  /** why it can't be done; the button stays where the focus finds it */
  grey?: string | null;
  busy?: boolean;
  small?: boolean;
  describedBy?: string;
}

export function Act({ words, onAct, press, primary, danger, grey, busy, small, describedBy }: ActProps) {
  const can = !grey && !busy;
  const key: Key | null = press && can ? { press, does: words, act: onAct } : null;
  useKeys([key]);
  useOwnKeys();
  return (
    <Button
      type={primary && !grey ? "primary" : "default"}
      danger={danger ?? false}
      size={small ? "small" : "middle"}
      loading={busy ?? false}
      aria-disabled={!can}
      aria-describedby={describedBy}
      aria-keyshortcuts={press ? ownOf(press).replace("Ctrl", "Control") : undefined}
      style={grey ? { color: "var(--disabled)", background: "var(--head)" } : undefined}
      onClick={() => can && onAct()}
    >
      {words}
      {press ? <span className="cap" data-cap={capOf(press)} /> : null}
    </Button>
  );
}
