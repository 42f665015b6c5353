/** 图: drawn as on paper, with its table for whoever can't see it or wants the numbers. */
import { useEffect, useRef, useState } from "react";
import type { Chart } from "../../chart/chart.ts";
import { chartHeight, chartOption } from "../../chart/option.ts";
import { type ChartTheme, darkTheme, lightTheme } from "../../chart/theme.ts";
import { useScheme } from "../shell/scheme.ts";

type Columns = Extract<Chart, { kind: "columns" }>;

interface DrawingProps {
  chart: Columns;
  /** what stands at the head of the rows: 时 */
  head: string;
  theme?: ChartTheme;
  height?: number;
  /** no table beside it: it hangs on a wall */
  bare?: boolean;
}

const asTable = ({ rows, unit, beside }: Columns, head: string) => (
  <table className="list">
    <thead>
      <tr>
        <th>{head}</th>
        <th className="number">{unit}</th>
        {beside ? <th className="number">{beside.name}</th> : null}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ label, print }, at) => (
        <tr key={label}>
          <td>{label}</td>
          <td className="number">{print || "0"}</td>
          {beside ? <td className="number">{beside.values[at] ?? 0}</td> : null}
        </tr>
      ))}
    </tbody>
  </table>
);

export function Drawing({ chart, head, theme, height, bare }: DrawingProps) {
  const { scheme } = useScheme();
  const look = theme ?? (scheme === "dark" ? darkTheme : lightTheme);
  const here = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const said = JSON.stringify(chart);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when it says something else, not for every new object
  useEffect(() => {
    const element = here.current;
    if (!element) return;
    let away = () => {};
    let gone = false;
    import("./drawer.ts").then(
      ({ boardIn }) => {
        if (gone) return;
        const board = boardIn(element);
        const draw = () => board.setOption(chartOption(chart, look, element.clientWidth), true);
        draw();
        const watch = new ResizeObserver(() => {
          board.resize();
          draw();
        });
        watch.observe(element);
        away = () => {
          watch.disconnect();
          board.dispose();
        };
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
      away();
    };
  }, [said, look]);
  return (
    <>
      <div role="img" aria-label={chart.alt}>
        <div ref={here} aria-hidden="true" style={{ height: height ?? chartHeight(chart, look, 720) }} />
      </div>
      {failed ? <p className="meta">图没有取到，请看数据表。</p> : null}
      {bare ? null : (
        <details className="in">
          <summary>看数据表</summary>
          {asTable(chart, head)}
        </details>
      )}
    </>
  );
}
