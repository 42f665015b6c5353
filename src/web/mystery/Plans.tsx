/** 排过的, each with the seed by which its days can be drawn again. */
import { actorWords } from "../order/actorWords.ts";
import { useMe } from "../shell/session.ts";
import { when } from "../ui/when.ts";
import type { Month } from "./data.ts";

export function Plans({ plans }: Pick<Month, "plans">) {
  const { zone } = useMe().platform;
  return (
    <section className="panel" aria-label="排过的">
      <header>
        <h2>排过的</h2>
        <span className="meta">同一种子抽出的日子一样</span>
      </header>
      <ul className="in">
        {plans.map(({ county, calls, raters, seed, by, at }) => (
          <li key={county}>
            {county}　{calls} 通，每通 {raters} 人评
            <span className="meta line">
              种子 {seed}　{actorWords(by)}　{when(at, zone)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
