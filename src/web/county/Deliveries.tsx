/** 历次上报 */
import { actorWords } from "../order/actorWords.ts";
import { useMe } from "../shell/session.ts";
import { count } from "../ui/number.ts";
import { when } from "../ui/when.ts";
import type { Report } from "./data.ts";

const number = (value: number | null): string => (value === null ? "—" : count(value));

export function Deliveries({ report: { deliveries } }: { report: Report }) {
  const { zone } = useMe().platform;
  return (
    <section className="panel" aria-label="历次上报">
      <header>
        <h2>历次上报</h2>
        <span className="meta">新的在上，旧的都留着</span>
      </header>
      <ul className="in">
        {deliveries.map(({ version, at, by, offered, answered }) => (
          <li key={version}>
            第 {version} 版　接听来电 {number(offered)}，接通来电 {number(answered)}
            <span className="meta line">
              {actorWords(by)}　{when(at, zone)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
