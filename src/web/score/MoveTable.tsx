/** 并排: each one's score under the one scorecard and the other. */
import { change, type Move, points } from "./data.ts";

type Side = Move["before"];

const place = (side: Side): string =>
  side?.rank != null ? `第 ${side.rank} 名` : side?.grade != null ? `“${side.grade}”` : "";

const Cell = ({ side }: { side: Side }) => (
  <td className="number">
    {side ? points(side.total) : "—"}
    <span className="meta line">{place(side)}</span>
  </td>
);

interface MoveTableProps {
  name: string;
  moves: readonly Move[];
  heads: readonly [before: string, after: string];
}

export function MoveTable({ name, moves, heads }: MoveTableProps) {
  if (moves.length === 0) return null;
  return (
    <div className="wide">
      <table className="list still" aria-label={name}>
        <thead>
          <tr>
            <th>{name}</th>
            <th className="number">{heads[0]}</th>
            <th className="number">{heads[1]}</th>
            <th className="number">差</th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => (
            <tr key={move.key} className={place(move.before) === place(move.after) ? undefined : "chosen"}>
              <td>{move.name}</td>
              <Cell side={move.before} />
              <Cell side={move.after} />
              <td className="number">{change(move.change)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export const MoveTables = ({ heads, ...of }: Pick<MoveTableProps, "heads"> & { counties: Move[]; units: Move[] }) => (
  <>
    <MoveTable name="县级平台" moves={of.counties} heads={heads} />
    <MoveTable name="承办单位" moves={of.units} heads={heads} />
  </>
);
