/** 正在取: the bones of what comes, at once; words when it takes longer. */
import { useEffect, useState } from "react";

const WIDTHS = ["72%", "88%", "64%", "80%", "58%"];

export function Waiting({ what, rows = 5 }: { what: string; rows?: number }) {
  const [after, setAfter] = useState(0);
  useEffect(() => {
    const timers = [1_000, 10_000].map((ms) => setTimeout(() => setAfter(ms), ms));
    return () => timers.forEach(clearTimeout);
  }, []);
  return (
    <div className="in stack" aria-busy="true">
      <p role="status" className="meta">
        {after === 0 ? "" : after < 10_000 ? `正在取${what}…` : "比平时慢，还在取。可以先做别的，取好了就显示。"}
      </p>
      {Array.from({ length: rows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bones have nothing else
        <span key={at} className="bones" style={{ width: WIDTHS[at % WIDTHS.length] }} />
      ))}
    </div>
  );
}
