/** 得分表: whoever is scored, how sure the place is, and how it moved. */
import { Fragment } from "react";
import { usePlace } from "../shell/place.ts";
import { Open } from "../ui/Open.tsx";
import { change, points, type ScoreRow, type ScoreTable as Table } from "./data.ts";
import { moved, standingHead, unsure } from "./words.ts";

export type Of = "counties" | "units";

interface RowProps {
  row: ScoreRow;
  of: Of;
  head: string | null;
}

function Row({ row, of, head }: RowProps) {
  const [place] = usePlace();
  const { key, name, rank, grade, total, few, before } = row;
  const open = place.of === of && place.who === key;
  const doubt = unsure(row);
  return (
    <tr aria-current={open ? "true" : undefined}>
      {head ? (
        <td className={rank === null ? undefined : "number"}>
          {rank ?? grade ?? "—"}
          {doubt ? <span className="meta line">{doubt}</span> : null}
        </td>
      ) : null}
      <td>
        <Open place={{ ...place, of, who: key }} label={`${name}：看算式`}>
          {name}
        </Open>
      </td>
      <td className="number">
        {few ? <span className="tag amber">样本不足</span> : null} {points(total)}
      </td>
      <td className="number">
        {change(row.change)}
        <span className="meta line">{moved(row, before)}</span>
      </td>
    </tr>
  );
}

export function ScoreTable({ of, table }: { of: Of; table: Table }) {
  const head = standingHead(table);
  const groups = [...new Set(table.rows.map(({ group }) => group))];
  return (
    <div className="wide">
      <table className="list still">
        <thead>
          <tr>
            {head ? <th className={head === "名次" ? "number" : undefined}>{head}</th> : null}
            <th>{of === "counties" ? "县级平台" : "承办单位"}</th>
            <th className="number">得分</th>
            <th className="number">比上月</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group}>
              {group ? (
                <tr>
                  <th scope="rowgroup" colSpan={head ? 4 : 3}>
                    {group}
                  </th>
                </tr>
              ) : null}
              {table.rows
                .filter((row) => row.group === group)
                .map((row) => (
                  <Row key={row.key} row={row} of={of} head={head} />
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
