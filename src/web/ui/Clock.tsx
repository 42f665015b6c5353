/** 时钟: words first, shape second, colour third; the state and the words come from the server. */
import type { ReactNode } from "react";

type Tone = "plain" | "accent" | "amber" | "red" | "green";

const ring = <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" />;
const quarter = (
  <>
    {ring}
    <path d="M8 8V2a6 6 0 0 1 6 6z" fill="currentColor" />
  </>
);
const diamond = <path d="M8 1l7 7-7 7-7-7z" fill="currentColor" />;
const triangle = <path d="M8 2l7 12H1z" fill="currentColor" />;
const crossed = (
  <>
    <rect x="1" y="1" width="14" height="14" fill="currentColor" />
    <path d="M4 4l8 8M12 4l-8 8" stroke="var(--panel)" strokeWidth="1.8" />
  </>
);
const tick = <path d="M2 8l4 4 8-9" fill="none" stroke="currentColor" strokeWidth="2" />;
const dashed = (
  <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.5 2" />
);
const bar = <path d="M3 8h10" stroke="currentColor" strokeWidth="1.8" />;

/** 各状态的形状和颜色 */
const shapes: Record<string, [Tone, ReactNode]> = {
  toAcknowledge: ["plain", ring],
  running: ["plain", ring],
  blue: ["accent", quarter],
  yellow: ["amber", diamond],
  red: ["red", triangle],
  summon: ["red", crossed],
  done: ["green", tick],
  doneLate: ["red", triangle],
  stopped: ["plain", bar],
};

export interface ClockOf {
  state: string;
  words: string;
  provisional?: boolean;
}

export function Clock({ clock: { state, words, provisional }, large }: { clock: ClockOf; large?: boolean }) {
  const [tone, shape] = shapes[state] ?? shapes.running!;
  return (
    <span className={`clock ${tone}${large ? " large" : ""}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {provisional && tone === "plain" ? dashed : shape}
      </svg>
      <span>{words}</span>
    </span>
  );
}
