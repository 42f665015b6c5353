/** 一个月的接听日: each number opens the list that it was counted from. */
import { dayWords } from "../../domain/calendar/civil.ts";
import { usePlace } from "../shell/place.ts";
import { count } from "../ui/number.ts";
import { Open } from "../ui/Open.tsx";
import { type DayRow, type Part, parts } from "./data.ts";

const tones: Record<DayRow["state"], string> = { planned: "", open: " green", held: " blue", cancelled: "" };

function Row({ row }: { row: DayRow }) {
  const [place, go] = usePlace();
  const to = (only?: Part) => ({ ...place, day: row.id, only, order: undefined, write: undefined });
  const number = (part: Part) => (
    <td key={part} className="number">
      {row[part] === 0 ? (
        "0"
      ) : (
        <Open place={to(part)} label={`${dayWords(row.date)} ${parts[part]} ${row[part]}`}>
          {count(row[part])}
        </Open>
      )}
    </td>
  );
  return (
    // the keys have the link in it; a number in it leads elsewhere
    <tr
      onClick={({ target }) => (target as Element).closest("a") === null && go(to())}
      aria-current={place.day === row.id ? "true" : undefined}
    >
      <td>
        <Open place={to()} label={`${dayWords(row.date)} ${row.unitName}`}>
          {dayWords(row.date)}
        </Open>
        <span className="meta line">
          <span className={`tag${tones[row.state]}`}>{row.stateName}</span>
        </span>
      </td>
      <td>
        {row.unitName}
        <span className="meta line">
          {row.post}
          {row.seat ? `　席位 ${row.seat}` : ""}
        </span>
      </td>
      {(Object.keys(parts) as Part[]).map(number)}
    </tr>
  );
}

export const DayTable = ({ rows }: { rows: readonly DayRow[] }) => (
  <div className="wide">
    <table className="list">
      <thead>
        <tr>
          <th>日期</th>
          <th>谁来接听</th>
          {Object.values(parts).map((name) => (
            <th key={name} className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  </div>
);
