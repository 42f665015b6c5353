/** 不同的数字: each with whose it is, before and after. */
import { count } from "../ui/number.ts";
import type { Changes } from "./data.ts";
import { leafWords } from "./leafWords.ts";

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
              <td className="number">{leafWords(before, kind)}</td>
              <td className="number">{leafWords(after, kind)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
