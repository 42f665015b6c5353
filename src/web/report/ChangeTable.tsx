/** 不同的数字: each with whose it is, before and after. */
import { printHundredths } from "../../domain/measure/exact.ts";
import { count } from "../ui/number.ts";
import type { Changes } from "./data.ts";

type Row = Changes["rows"][number];

/** what stands behind a number that the file keeps as it is printed: 84.14 is 84.14%, 37.5 is 37.50 分 */
const units: Partial<Record<NonNullable<Row["kind"]>, string>> = {
  percent: "%",
  change: "%",
  points: " 个百分点",
  score: " 分",
};

function shown(leaf: Row["before"], kind: Row["kind"]): string {
  if (leaf === null) return "没有";
  if (typeof leaf === "string") return leaf;
  const unit = kind && units[kind];
  if (unit) return `${printHundredths(Math.round(leaf * 100)).replace("-", "−")}${unit}`;
  return Number.isInteger(leaf) ? count(leaf) : String(leaf);
}

interface ChangeTableProps {
  changes: Changes;
  heads: readonly [before: string, after: string];
  /** said where there is none */
  none: string;
}

export function ChangeTable({ changes: { total, rows }, heads, none }: ChangeTableProps) {
  if (total === 0) return <p className="in">{none}</p>;
  return (
    <>
      <p className="in meta">
        {count(total)} 处不同{rows.length < total ? `，这里列出前 ${rows.length} 处` : ""}
      </p>
      <table className="list changes">
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col" className="number">
              {heads[0]}
            </th>
            <th scope="col" className="number">
              {heads[1]}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ path, name, kind, of, before, after }) => (
            <tr key={path}>
              <td>
                {of ? `${of}：` : ""}
                {name}
              </td>
              <td className="number">{shown(before, kind)}</td>
              <td className="number">{shown(after, kind)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
