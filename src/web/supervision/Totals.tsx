/** 总数: five numbers, each the way to its list. */
import { Clock } from "../ui/Clock.tsx";
import { count, movement } from "../ui/number.ts";
import { Open } from "../ui/Open.tsx";
import type { Stock } from "./data.ts";
import { listAt } from "./lists.ts";

interface TileProps {
  words: React.ReactNode;
  value: number;
  filter: Record<string, string>;
  label: string;
  beside?: React.ReactNode;
}

const Tile = ({ words, value, filter, label, beside }: TileProps) => (
  <li>
    <p className="second">{words}</p>
    <p>
      <Open place={listAt(filter)} label={`${label} ${value} 件，看清单`}>
        <span className="figure">{count(value)}</span>
      </Open>{" "}
      件 <span className="meta">{beside}</span>
    </p>
  </li>
);

export function Totals({ stock }: { stock: Stock }) {
  const { total, names, groups, unmovedWords } = stock;
  const [group] = groups;
  const shape = (state: string, words: string) => <Clock clock={{ state, words }} />;
  return (
    <ul className="panel tiles">
      <Tile
        words="超期未办结"
        label="超期未办结"
        value={total.orders}
        filter={{ overdue: "true" }}
        beside={`较上周 ${movement(total.orders - total.reopened - total.before)}${total.reopened > 0 ? `，其中重办 ${total.reopened}` : ""}`}
      />
      {(["yellow", "red", "summon"] as const).map((age) => (
        <Tile key={age} words={shape(age, names[age])} label={names[age]} value={total[age]} filter={{ age }} />
      ))}
      <Tile
        words={`${unmovedWords}无人动过`}
        label="无人动过"
        value={total.unmoved}
        filter={{ idle: "true" }}
        beside={group && group.orders > 1 ? `其中 ${group.orders} 件同一单位、同一小类` : null}
      />
    </ul>
  );
}
