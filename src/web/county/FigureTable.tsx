/** 所报的数: as they stand, beside the version before where they differ. */
import { countKeys, countNames, rateKeys, rateNames } from "../../domain/county/items.ts";
import { percent } from "../../domain/measure/exact.ts";
import { count, rate } from "../ui/number.ts";
import type { Delivery, Report } from "./data.ts";

interface Line {
  name: string;
  now: string;
  before: string;
}

const number = (value: number | null): string => (value === null ? "没有报" : count(value));

const ratioWords = (ratio: Delivery["onTime"]): string =>
  ratio === null
    ? "没有报"
    : `${rate(percent(ratio.numerator, ratio.denominator))}（${count(ratio.numerator)} ÷ ${count(ratio.denominator)}）`;

const linesOf = (now: Delivery, before: Delivery | undefined): Line[] => [
  ...countKeys.map((key) => ({
    name: countNames[key],
    now: number(now[key]),
    before: before ? number(before[key]) : "",
  })),
  ...rateKeys.map((key) => ({
    name: `${rateNames[key].name}（${rateNames[key].numerator} ÷ ${rateNames[key].denominator}）`,
    now: ratioWords(now[key]),
    before: before ? ratioWords(before[key]) : "",
  })),
];

export function FigureTable({ report: { deliveries } }: { report: Report }) {
  const [now, before] = deliveries;
  if (!now) return null;
  return (
    <section className="panel" aria-label="所报的数">
      <header>
        <h2>所报的数</h2>
        <span className="meta">{now.days.length > 0 ? `有 ${now.days.length} 天的逐日明细` : "没有逐日明细"}</span>
      </header>
      <div className="wide">
        <table className="list still">
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col" className="number">
                现在
              </th>
              {before ? (
                <th scope="col" className="number">
                  上一版
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {linesOf(now, before).map((line) => (
              <tr key={line.name} className={before && line.now !== line.before ? "chosen" : undefined}>
                <td>{line.name}</td>
                <td className="number">{line.now}</td>
                {before ? <td className="number">{line.now === line.before ? "相同" : line.before}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
