/**
 * 柱图: one column after the other in time, with a dashed line to compare them with, and the same as a table. Drawn by the page
 * itself: the drawing library alone would weigh half of what a first view may.
 */
interface ColumnsProps {
  rows: { label: string; value: number }[];
  /** what the columns are: 今天 */
  name: string;
  beside: { name: string; values: number[] };
  /** what stands at the head of the rows: 钟点 */
  head: string;
  alt: string;
  /** no table under it: it hangs on a wall */
  bare?: boolean;
}

/** every so many columns one says what it is */
const NAMED = 4;

/** 刻度: about four steps of 1, 2 or 5 and noughts. */
export function ticksOf(most: number): number[] {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough)!;
  return Array.from({ length: Math.max(2, Math.ceil(most / step) + 1) }, (_, at) => at * step);
}

/** the highest and the latest say how much they are; more would not fit */
function labelled(rows: ColumnsProps["rows"]): Set<number> {
  const most = Math.max(...rows.map(({ value }) => value));
  const told = [rows.findIndex(({ value }) => value === most), rows.findLastIndex(({ value }) => value > 0)];
  return new Set(most > 0 ? told : []);
}

const Table = ({ rows, name, beside, head }: ColumnsProps) => (
  <details className="in">
    <summary>看数据表</summary>
    <table className="list">
      <thead>
        <tr>
          <th>{head}</th>
          <th className="number">{name}</th>
          <th className="number">{beside.name}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, value }, at) => (
          <tr key={label}>
            <td>{label}</td>
            <td className="number">{value}</td>
            <td className="number">{beside.values[at] ?? 0}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);

export function Columns(props: ColumnsProps) {
  const { rows, beside, alt, bare } = props;
  const ticks = ticksOf(Math.max(1, ...rows.map(({ value }) => value), ...beside.values));
  const top = ticks.at(-1)!;
  const told = labelled(rows);
  const points = beside.values.map((value, at) => `${at + 0.5},${100 - (value / top) * 100}`).join(" ");
  return (
    <>
      <div className="uprights" role="img" aria-label={alt}>
        <div className="plot" aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick} className="tick" style={{ bottom: `${(tick / top) * 100}%` }}>
              <i>{tick}</i>
            </span>
          ))}
          {rows.map(({ label, value }, at) => (
            <span key={label} className="upright">
              <b style={{ height: `${(value / top) * 100}%` }}>{told.has(at) ? <em>{value}</em> : null}</b>
              {at % NAMED === 0 ? <i>{label}</i> : null}
            </span>
          ))}
          <svg viewBox={`0 0 ${rows.length} 100`} preserveAspectRatio="none" aria-hidden="true">
            <polyline points={points} vectorEffect="non-scaling-stroke" />
          </svg>
        </div>
      </div>
      {bare ? null : <Table {...props} />}
    </>
  );
}
