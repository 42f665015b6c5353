/** 不同的文字: what each edition prints at a place, what is apart marked, numbers that somebody typed said as such. */
import { count } from "../ui/number.ts";
import type { TextChanges } from "./data.ts";

type Row = TextChanges["rows"][number];

/** a text cut into what the other begins with, what is its own, and what the other ends with */
function cut(text: string, other: string): [head: string, own: string, tail: string] {
  const [shorter, rest] = [Math.min(text.length, other.length), text.length];
  let head = 0;
  while (head < shorter && text[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && text.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  return [text.slice(0, head), text.slice(head, rest - tail), text.slice(rest - tail)];
}

function Side({ no, side, other }: { no: number; side: Row["before"]; other: Row["before"] }) {
  const [head, own, tail] = cut(side?.text ?? "", other?.text ?? "");
  return (
    <div>
      <dt>第 {no} 版</dt>
      <dd>
        {side ? (
          <span className="words">
            {head}
            {own === "" ? null : <mark>{own}</mark>}
            {tail}
          </span>
        ) : (
          <span className="meta">没有这一处</span>
        )}
        {side && side.typed.length > 0 ? (
          <span className="line">
            <span className="tag amber">手写数字</span> {side.typed.join("、")}
          </span>
        ) : null}
      </dd>
    </div>
  );
}

interface Props {
  changes: TextChanges | null;
  nos: readonly [before: number, after: number];
}

export function TextChangeList({ changes, nos: [before, after] }: Props) {
  if (changes === null) return <p className="in">有一版定稿时还没有存下文字，改了哪些话请对照两版的文件。</p>;
  const { total, rows } = changes;
  if (total === 0) return <p className="in">文字完全一样。</p>;
  return (
    <>
      <p className="in meta">
        {count(total)} 处不同{rows.length < total ? `，这里列出前 ${rows.length} 处` : ""}
      </p>
      <ol className="in texts">
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place in the print has no other name
          <li key={at}>
            <strong>{row.where}</strong>
            <dl>
              <Side no={before} side={row.before} other={row.after} />
              <Side no={after} side={row.after} other={row.before} />
            </dl>
          </li>
        ))}
      </ol>
    </>
  );
}
