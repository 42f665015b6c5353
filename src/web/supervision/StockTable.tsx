/** 超期未办结, by unit and by how long; the on-time rate beside it, which doesn't show it. */

import { useState } from "react";
import { useKeys } from "../shell/keys.ts";
import { inOwnKeys } from "../shell/ownKeys.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { count, movement, rate } from "../ui/number.ts";
import { Open } from "../ui/Open.tsx";
import { when } from "../ui/when.ts";
import type { Stock, UnitStock } from "./data.ts";
import { listAt } from "./lists.ts";

export interface Pushing {
  action: "remind" | "supervise";
  filter: Record<string, string>;
  of: string;
}

/** the heading says that days are working days */
const short = (words: string) => words.replace(" 个工作日", " 日");

const AGES = ["yellow", "red", "summon"] as const;

function Counted({
  row,
  value,
  filter,
  words,
}: {
  row: UnitStock;
  value: number;
  filter: Record<string, string>;
  words: string;
}) {
  if (value === 0) return <>—</>;
  return (
    <Open place={listAt({ unit: row.unit, ...filter })} label={`${row.unitName}${words} ${value} 件，看清单`}>
      {count(value)}
    </Open>
  );
}

function Row({
  row,
  most,
  names,
  here,
  at,
}: {
  row: UnitStock;
  most: number;
  names: Stock["names"];
  here: boolean;
  at(): void;
}) {
  return (
    <tr aria-current={here ? "true" : undefined} onClick={at}>
      <th scope="row">{row.unitName}</th>
      <td className="number total">
        {row.orders > 0 ? (
          <span className="bar" aria-hidden="true" style={{ width: `${Math.round((row.orders / most) * 100)}%` }} />
        ) : null}
        <strong>
          <Counted row={row} value={row.orders} filter={{ overdue: "true" }} words="超期未办结" />
        </strong>
      </td>
      <td className="number">{movement(row.orders - row.reopened - row.before)}</td>
      {AGES.map((age) => (
        <td key={age} className={`number${age === "summon" && row[age] > 0 ? " summoned" : ""}`}>
          <Counted row={row} value={row[age]} filter={{ age }} words={names[age]} />
        </td>
      ))}
      <td className="number">{short(row.oldestWords) || "—"}</td>
      <td className="number">
        <Counted row={row} value={row.unmoved} filter={{ idle: "true" }} words="无人动过" />
      </td>
      <td className="number">
        {row.onTime ? (
          <span title={`${row.onTime.numerator} ÷ ${row.onTime.denominator}`}>{rate(row.onTime.value)}</span>
        ) : (
          "—"
        )}
      </td>
    </tr>
  );
}

/** 一句提醒: a rate can be perfect while orders lie. */
function Warning({ stock, push }: { stock: Stock; push(what: Pushing): void }) {
  const [group] = stock.groups;
  const { platform } = useMe();
  if (!group) return null;
  const onTime = stock.rows.find(({ unit }) => unit === group.unit)?.onTime;
  const filter = { unit: group.unit, category: group.category, idle: "true" };
  return (
    <p className="warning row">
      <span>
        <strong>{group.unitName}</strong>：{onTime ? `按时办结率 ${rate(onTime.value)}，但 ` : ""}
        <Open place={listAt(filter)}>{count(group.orders)} 件</Open>“{group.categoryName}”最早{" "}
        {when(group.since, platform.zone).split(" ")[0]} 派出，{stock.unmovedWords}无人动过。
      </span>
      <Act
        words={`批量催办 ${group.orders} 件`}
        small
        onAct={() => push({ action: "remind", filter, of: group.unitName })}
      />
    </p>
  );
}

interface StockTableProps {
  stock: Stock;
  push(what: Pushing): void;
  /** the keys are its own, unless an order is open that has them */
  keys: boolean;
}

export function StockTable({ stock, push, keys }: StockTableProps) {
  const { platform } = useMe();
  const [at, setAt] = useState(0);
  const { rows, names, onTimeMonth } = stock;
  const here = Math.min(at, Math.max(0, rows.length - 1));
  const row = rows[here];
  const move = (by: number) => setAt(Math.max(0, Math.min(rows.length - 1, here + by)));
  const pushing = (action: Pushing["action"]) => () =>
    row && push({ action, filter: { unit: row.unit, overdue: "true" }, of: row.unitName });
  useKeys([
    { press: "J", does: "下一个单位", act: () => move(1) },
    { press: "K", does: "上一个单位", act: () => move(-1) },
  ]);
  const month = onTimeMonth ? `${Number(onTimeMonth.slice(5))}月` : "";
  const none = row && row.orders > 0 ? null : "这个单位没有超期的。";
  return (
    <section className="panel" aria-label="超期未办结，按单位和超期工作日">
      <header>
        <h2>超期未办结，按单位和超期工作日</h2>
        <span className="meta">截至 {when(stock.at, platform.zone)}，按本单位时钟</span>
        <a className="end" href="/api/v1/exports/orders.xlsx?overdue=true">
          导出
        </a>
      </header>
      {rows.length === 0 ? (
        <p className="empty">没有超期的工单，也没有无人动过的。到期的会自动出现在这里。</p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
          <section className="scroll stock" tabIndex={0} aria-label="各单位的超期未办结">
            <table className="list">
              <thead>
                <tr>
                  <th>承办单位</th>
                  <th className="number">超期未办结</th>
                  <th className="number">较上周</th>
                  {AGES.map((age) => (
                    <th key={age} className="number">
                      {short(names[age].replace(/，约谈$/, ""))}
                    </th>
                  ))}
                  <th className="number">最久</th>
                  <th className="number">无人动过</th>
                  <th className="number" title={onTimeMonth ?? ""}>
                    {month}按时办结率
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((one, index) => (
                  <Row
                    key={one.unit}
                    row={one}
                    names={names}
                    most={Math.max(1, ...rows.map(({ orders }) => orders))}
                    here={index === here}
                    at={() => setAt(index)}
                  />
                ))}
              </tbody>
            </table>
          </section>
          <Warning stock={stock} push={push} />
          <div className="in row">
            <Act
              words={`催办${row?.unitName ?? ""}`}
              grey={none}
              {...(keys ? { press: "Alt+C" } : {})}
              onAct={pushing("remind")}
            />
            <Act
              words={`督办${row?.unitName ?? ""}`}
              grey={none}
              {...(keys ? { press: "Alt+D" } : {})}
              onAct={pushing("supervise")}
            />
            <span className="meta">{none ?? inOwnKeys(`先看要发给哪 ${row!.orders} 件，再发。J K 换单位。`)}</span>
          </div>
        </>
      )}
    </section>
  );
}
