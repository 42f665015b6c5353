/** 正在退出: said until the server has ended the session; while it can't be reached whoever leaves must not think that he has. */
import { useEffect, useState } from "react";
import { Refused, remove } from "./ask.ts";
import { left } from "./leave.ts";

/** so long until the next trying, in milliseconds */
const AGAIN = 5_000;

/** the server has no session of his any more */
const isOut = (error: unknown) => error instanceof Refused && error.problem.status === 401;

export function Leaving() {
  const [times, setTimes] = useState(0);
  const [failed, setFailed] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `times` tries again
  useEffect(() => {
    let timer: number | null = null;
    let isGone = false;
    const wait = () => {
      if (isGone) return;
      setFailed(true);
      timer = window.setTimeout(() => setTimes((before) => before + 1), AGAIN);
    };
    remove("/session").then(left, (error) => (isOut(error) ? left() : wait()));
    return () => {
      isGone = true;
      if (timer !== null) clearTimeout(timer);
    };
  }, [times]);
  if (!failed) return <p id="early">正在退出…</p>;
  return (
    <main className="gate" role="alert">
      <h1>还没有退出</h1>
      <p>没有连上服务器，这台机器上的登录还有效。每过几秒自动再试，连上了就退出；在那以前请不要把这台机器交给别人。</p>
      <button type="button" className="solid" onClick={() => setTimes((before) => before + 1)}>
        再试一次
      </button>
    </main>
  );
}
