/** 算式: how one score came about, each step as it is printed. */
import { dateWords } from "../../domain/calendar/civil.ts";
import { printHundredths } from "../../domain/measure/exact.ts";
import { points, type ScoreRow, type Scores } from "./data.ts";
import { unsure } from "./words.ts";

type Component = ScoreRow["components"][number];
type Item = Component["items"][number];

function Interval({ interval, few }: Pick<Item, "interval" | "few">) {
  if (!interval) return null;
  return (
    <span className="meta line">
      按评价的件数推算，这个率在 {printHundredths(interval.low)}% 到 {printHundredths(interval.high)}%
      之间（威尔逊区间）
      {few ? <span className="tag amber">{few}</span> : null}
    </span>
  );
}

const ItemLine = ({ item }: { item: Item }) => (
  <li>
    <span className="row">
      <span>{item.name}</span>
      <strong className="end">{points(item.points)}</strong>
    </span>
    <span className="line">{item.arithmetic}</span>
    <span className="meta line">{item.rule}</span>
    <Interval {...item} />
  </li>
);

const Part = ({ part }: { part: Component }) => (
  <section aria-label={part.name}>
    <h3 className="row">
      <span>
        {part.name}
        <span className="meta">　权重 {printHundredths(part.weight)}%</span>
      </span>
      <strong className="end">{points(part.weighted)}</strong>
    </h3>
    <ul className="steps">
      {part.items.map((item) => (
        <ItemLine key={item.key} item={item} />
      ))}
    </ul>
    <p className="says">{part.arithmetic}</p>
  </section>
);

export function Arithmetic({ row, card }: { row: ScoreRow; card: Scores["card"] }) {
  const doubt = unsure(row);
  return (
    <section className="panel" aria-label="算式">
      <header>
        <h2>{row.name}</h2>
        <span className="end figure">{points(row.total)}</span>
      </header>
      <div className="in stack">
        <p>
          总分 {row.arithmetic}
          {doubt ? <span className="meta line">按评价所成的率的区间推算，{doubt}。</span> : null}
        </p>
        {row.components.map((part) => (
          <Part key={part.key} part={part} />
        ))}
        <p className="meta">
          评分表：{card.name}，自{dateWords(card.from)}起；{card.rounding}。出处：{card.source}
          {card.assumption ? <span className="tag amber">假定</span> : null}
        </p>
      </div>
    </section>
  );
}
