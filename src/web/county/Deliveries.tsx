/** 历次上报: what each changed, and what it was judged. */
import { dayWords } from "../../domain/calendar/civil.ts";
import { deliveryChanges } from "../../domain/county/changes.ts";
import { countKeys, countNames } from "../../domain/county/items.ts";
import { actorWords } from "../order/actorWords.ts";
import { useMe } from "../shell/session.ts";
import { count } from "../ui/number.ts";
import { when } from "../ui/when.ts";
import { type Delivery, pointWords, type Report } from "./data.ts";

const number = (value: number | null): string => (value === null ? "没有报" : count(value));

/** what the first one said, what a later one changed */
function wordsOf(now: Delivery, before: Delivery | undefined): string {
  if (!before) return countKeys.map((key) => `${countNames[key]} ${number(now[key])}`).join("，");
  const { numbers, days } = deliveryChanges(before, now);
  const changed = [
    ...numbers.map((one) => `${one.name} ${number(one.before)} → ${number(one.now)}`),
    ...(days.length > 0
      ? [`逐日明细 ${days.length} 天不同（${days.slice(0, 5).map(dayWords).join("、")}${days.length > 5 ? "等" : ""}）`]
      : []),
  ];
  return changed.length === 0 ? "与上一版一样" : changed.join("，");
}

export function Deliveries({ report: { deliveries } }: { report: Report }) {
  const { zone } = useMe().platform;
  return (
    <section className="panel" aria-label="历次上报">
      <header>
        <h2>历次上报</h2>
        <span className="meta">新的在上，旧的都留着</span>
      </header>
      <ul className="in">
        {deliveries.map((delivery, at) => (
          <li key={delivery.version}>
            第 {delivery.no} 版　{wordsOf(delivery, deliveries[at + 1])}
            <span className="meta line">
              {actorWords(delivery.by)}　{when(delivery.at, zone)}
            </span>
            {delivery.accuracy === null ? null : (
              <span className="meta line">报的时候已有准确度 {pointWords(delivery.accuracy)}</span>
            )}
            {delivery.verdicts.map(({ at: judgedAt, by, points, text }) => (
              <span className="meta line" key={judgedAt}>
                准确度评定 {pointWords(points)}：{text}　{actorWords(by)}　{when(judgedAt, zone)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
