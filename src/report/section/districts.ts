import { pointersOf } from "../../domain/calendar/period.ts";
import type { Block } from "../block.ts";
import { type Leading, leaders, pattern } from "../phrase/leading.ts";
import { figureText } from "../phrase/number.ts";
import { say } from "../phrase/say.ts";
import { comparable, paragraph, type Section } from "./section.ts";

/** 地域分布情况: each district's leading subcategories among the work orders sent to it. */
export const districts: Section = {
  name: "districts",
  path: ["接听情况分析", "诉求热点情况", "诉求涉及单位分布情况", "地域分布情况"],
  write: ({ month, figures }) => {
    const list = figures.districtsTop3.map(({ place, top }) => ({ name: place, top }));
    if (!list.some(({ top }) => top.length > 0))
      return [paragraph("leaders", `${pointersOf(month).this}没有可按地区列出的派发工单。`)];
    return [
      paragraph("leaders", ...say`从派发至各地的工单看，${leaders(list, "当地工单总量")}${pattern(list, "地区")}`),
      ...panelsBlock("各地派发工单的前三位诉求", list),
    ];
  },
};

/** 并列小图块: one panel for each that has topics. */
export function panelsBlock(caption: string, list: Leading[]): Block[] {
  const panels = list
    .map(({ name, top }) => ({
      title: name,
      rows: top.flatMap(({ topic, share }) =>
        share.value === null ? [] : [{ label: topic, value: share.value, print: figureText(share), figure: share }],
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
  const filled = panels.some(({ rows }) => rows.some(({ value }) => value > 0));
  if (!filled || (panels.length < 2 && !panels.some(({ rows }) => comparable(rows)))) return [];
  const alt = `${caption}：${panels.map(({ title, rows }) => `${title}：${rows.map((row) => row.label + row.print).join("、")}`).join("；")}`;
  return [{ kind: "chart", caption, chart: { kind: "panels", unit: "%", panels, alt } }];
}
