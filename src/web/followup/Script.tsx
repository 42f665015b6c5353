/** 当事人要的、单位答的，和照着说的话. */
import type { Order, Request, Trail } from "../order/data.ts";
import { Act } from "../ui/Act.tsx";
import { answerIn } from "./data.ts";
import type { Sentence } from "./sentences.ts";

export interface Matter {
  order: Order;
  request: Request;
  trail: Trail;
}

/** 并排: what the citizen wanted, what the unit answered, and whether it says that it is solved. */
export const SideBySide = ({ order, request, trail }: Matter) => (
  <div className="side-by-side">
    <section className="panel" aria-label="当事人要的">
      <header>
        <h2>当事人要的</h2>
      </header>
      <p className="in">{request.text ?? "（没有内容）"}</p>
    </section>
    <section className="panel" aria-label="公开答复">
      <header>
        <h2>公开答复</h2>
        <span className="meta">{order.leadName}</span>
      </header>
      <p className="in">{answerIn(trail) ?? "没有写公开答复。"}</p>
    </section>
    <section className="panel" aria-label="解决了吗">
      <header>
        <h2>单位说解决了吗</h2>
      </header>
      <p className="in">
        <strong>{order.solved === null ? "没有说" : order.solved ? "已解决" : "没有解决"}</strong>
      </p>
    </section>
  </div>
);

interface ScriptProps {
  sentences: Sentence[];
  at: number;
  go(at: number): void;
}

/** 脚本, one sentence at a time. */
export function Script({ sentences, at, go }: ScriptProps) {
  const here = Math.min(at, sentences.length - 1);
  const last = here === sentences.length - 1;
  return (
    <section className="panel" aria-label="脚本">
      <header>
        <h2>脚本</h2>
        <span className="meta">
          第 {here + 1} 句，共 {sentences.length} 句
        </span>
        <span className="end row">
          {here > 0 ? <Act words="上一句" press="Shift+F8" small onAct={() => go(here - 1)} /> : null}
          {last ? null : <Act words="读完了，下一句" press="F8" small onAct={() => go(here + 1)} />}
        </span>
      </header>
      <p className="in says" role="status">
        {sentences[here]!.says}
      </p>
    </section>
  );
}
