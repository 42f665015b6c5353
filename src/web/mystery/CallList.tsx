/** 拨测清单: whom and on which day, how far it has come. */
import { dayWords } from "../../domain/calendar/civil.ts";
import { usePlace } from "../shell/place.ts";
import { Open } from "../ui/Open.tsx";
import { points, type Row } from "./data.ts";
import { ratedOf } from "./words.ts";

const colours: Record<Row["state"], string> = {
  ...{ waiting: "", apart: "amber", rated: "blue", objected: "amber", settled: "green", withdrawn: "" },
};

export const StateTag = ({ row }: { row: Pick<Row, "state" | "stateName"> }) => (
  <span className={`tag ${colours[row.state]}`}>{row.stateName}</span>
);

export function CallList({ rows, opened }: { rows: readonly Row[]; opened: string | undefined }) {
  const [place] = usePlace();
  return (
    <div className="scroll">
      <table className="list still">
        <thead>
          <tr>
            <th scope="col">平台和日子</th>
            <th scope="col">情况</th>
            <th scope="col" className="number">
              得分
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.id === opened ? "chosen" : undefined}>
              <td>
                <Open place={{ ...place, call: row.id }}>
                  {row.county}　{dayWords(row.day)}
                </Open>
              </td>
              <td>
                <StateTag row={row} />
                <span className="meta line">{ratedOf(row)}</span>
              </td>
              <td className="number">{row.sheet ? points(row.sheet.total) : "—"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
