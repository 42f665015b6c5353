import { escapeTemplate } from "./bars.ts";
import type { ChartRow } from "./chart.ts";
import type { ChartTheme } from "./theme.ts";

/** 饼图最多六块: what comes after the fifth becomes 其余, with its count; shares stay what the rows print. */
export function foldSlices(rows: ChartRow[], unit: string, most = 6): ChartRow[] {
  if (rows.length <= most) return rows;
  const rest = rows.slice(most - 1);
  const value = rest.reduce((sum, row) => sum + row.value, 0);
  return [...rows.slice(0, most - 1), { label: `其余 ${rest.length} 类`, value, print: `${value} ${unit}` }];
}

/** 饼图: from twelve o'clock, name and print outside beside each slice. */
export function pieOption(rows: ChartRow[], unit: string, theme: ChartTheme): Record<string, unknown> {
  const slices = foldSlices(rows, unit);
  return {
    series: [
      {
        type: "pie",
        radius: "66%",
        center: ["50%", "52%"],
        startAngle: 90,
        minShowLabelAngle: 0,
        avoidLabelOverlap: true,
        itemStyle: { borderColor: theme.outline, borderWidth: 1 },
        label: {
          position: "outer",
          alignTo: "labelLine",
          bleedMargin: 4,
          color: theme.ink,
          fontSize: theme.fontSize,
          lineHeight: theme.fontSize + 5,
          overflow: "break",
          width: 190,
        },
        labelLine: { length: 12, length2: 16, lineStyle: { color: theme.outline } },
        labelLayout: { hideOverlap: false },
        data: slices.map((row, at) => ({
          name: row.label,
          value: row.value,
          itemStyle: { color: theme.fills[at % theme.fills.length] },
          label: { formatter: escapeTemplate(`${row.label}\n${row.print}`) },
        })),
      },
    ],
  };
}
