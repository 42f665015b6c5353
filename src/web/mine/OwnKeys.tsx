/** 快捷键: each of the desks' keys may be changed to another, which is pressed for it; what is in use already is refused in words. */
import { useEffect, useState } from "react";
import { deskKeys, fixedKeys, keysFault } from "../../domain/access/deskKeys.ts";
import { composing, pressOf } from "../shell/keys.ts";
import { capOf, ownOf } from "../shell/ownKeys.ts";
import { useChoose, useSettings } from "../shell/settings.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";

type Keys = Record<string, string>;

const cap = (press: string) => press.replace("+", " ");
const HELD = new Set(["Control", "Alt", "Shift", "Meta"]);

/** without what says the same as nothing */
const changed = (keys: Keys): Keys => Object.fromEntries(Object.entries(keys).filter(([from, to]) => from !== to));

/** 等着按: the next key that is pressed is told, before any table of the page hears of it. */
function useNextPress(waiting: boolean, told: (press: string) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: listens for as long as one waits
  useEffect(() => {
    if (!waiting) return;
    const hear = (event: KeyboardEvent) => {
      if (composing(event) || HELD.has(event.key) || event.key === "Tab") return;
      event.preventDefault();
      event.stopPropagation();
      told(pressOf(event));
    };
    window.addEventListener("keydown", hear, { capture: true });
    return () => window.removeEventListener("keydown", hear, { capture: true });
  }, [waiting]);
}

interface RowProps {
  press: string;
  waiting: boolean;
  wait(press: string | null): void;
  reset(): void;
}

function Row({ press, waiting, wait, reset }: RowProps) {
  const own = ownOf(press);
  return (
    <tr>
      <td>
        <kbd>{capOf(press)}</kbd>
        {own === press ? null : <span className="meta">　原来是 {cap(press)}</span>}
      </td>
      <td>{deskKeys[press]}</td>
      <td>
        <span className="row">
          {waiting ? (
            <>
              <span className="tag amber" role="status">
                请按要改成的键；Esc 不改
              </span>
              <Act words="不改了" small onAct={() => wait(null)} />
            </>
          ) : (
            <Act words={`改 ${capOf(press)}`} small onAct={() => wait(press)} />
          )}
          {own === press ? null : <Act words="还原" small onAct={reset} />}
        </span>
      </td>
    </tr>
  );
}

export function OwnKeys() {
  const { keys } = useSettings();
  const { choose, error, busy } = useChoose();
  const [waiting, setWaiting] = useState<string | null>(null);
  const [said, setSaid] = useState<{ sentence: string; wrong: boolean } | null>(null);
  const keep = async (next: Keys, words: string) => {
    const fault = keysFault(next);
    if (fault) return setSaid({ sentence: `${fault.sentence}${fault.next ?? ""}`, wrong: true });
    setSaid(null);
    if (await choose({ keys: next })) setSaid({ sentence: words, wrong: false });
  };
  useNextPress(waiting !== null, (press) => {
    const from = waiting!;
    setWaiting(null);
    if (press === "Esc") return;
    keep(changed({ ...keys, [from]: press }), `“${cap(from)}”已改成“${cap(press)}”。`);
  });
  const own = Object.keys(keys).length;
  return (
    <section className="panel" aria-label="我的快捷键">
      <header>
        <h2>我的快捷键</h2>
        <span className="meta">各页的按钮和快捷键表随着变；输入法选字时照旧不起作用</span>
        <span className="end">
          <Act
            words="全部还原"
            small
            busy={busy}
            grey={own === 0 ? "没有改过。" : null}
            onAct={() => keep({}, "快捷键已全部还原。")}
          />
        </span>
      </header>
      {error ? <Failure error={error} /> : null}
      <p className={said?.wrong ? "in clock red" : "in second"} role="status">
        {said?.sentence ?? (own === 0 ? "没有改过。" : `改了 ${own} 个。`)}
      </p>
      <table className="list still">
        <thead>
          <tr>
            <th style={{ width: "30%" }}>键</th>
            <th>多用来做什么</th>
            <th style={{ width: "36%" }}>改</th>
          </tr>
        </thead>
        <tbody>
          {Object.keys(deskKeys).map((press) => (
            <Row
              key={press}
              press={press}
              waiting={waiting === press}
              wait={setWaiting}
              reset={() => {
                const { [press]: _, ...rest } = keys;
                keep(rest, `“${cap(press)}”已还原。`);
              }}
            />
          ))}
        </tbody>
      </table>
      <p className="in meta">{fixedKeys.map(cap).join("、")} 不能改：到处都是一个意思。</p>
    </section>
  );
}
