/** 一版的内容: what is read aloud, the whole of it, what to bring. */
import type { Edition } from "./data.ts";
import { Marked } from "./Marked.tsx";

export function Wording({ edition, query }: { edition: Edition; query: string }) {
  return (
    <div className="wording">
      <h3>答复要点</h3>
      <p className="says">
        <Marked text={edition.answer} query={query} />
      </p>
      <h3>全文</h3>
      <p className="whole">
        <Marked text={edition.text} query={query} />
      </p>
      <h3>办理材料</h3>
      {edition.materials === null ? (
        <p className="second">不用材料。</p>
      ) : (
        <ul className="materials">
          {edition.materials.split("\n").map((one) => (
            <li key={one}>
              <Marked text={one} query={query} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
