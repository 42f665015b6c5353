import { isMeasured, type Measured } from "../../domain/measure/measured.ts";
import { measureName } from "../../report/phrase/measureName.ts";
import { explained } from "../../report/phrase/origin.ts";
import { type Html, html, page } from "./html.ts";
import type { ReportDesk } from "./reportDesk.ts";

/** every figure of the month, with the path under which the figures file has it */
function* leaves(value: unknown, path: string): Generator<[path: string, figure: Measured]> {
  if (typeof value !== "object" || value === null) return;
  if (isMeasured(value)) yield [path, value];
  else
    for (const [key, inner] of Object.entries(value))
      yield* leaves(inner, Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`);
}

const units: Record<Measured["kind"], string> = {
  count: "",
  percent: "%",
  points: " 个百分点",
  change: "%",
  score: " 分",
};

const printed = ({ kind, value }: Measured): string => {
  if (value === null) return "—";
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  if (kind === "count") return `${sign}${size}`;
  return `${sign}${Math.trunc(size / 100)}.${String(size % 100).padStart(2, "0")}${units[kind]}`;
};

/** said by the row or the heading already */
const besides = new Set(["指标", "统计月份", "数量", "比率", "相对变化", "比率之差（百分点）", "得分"]);

const row = ([path, figure]: [string, Measured]): Html => {
  const origin = explained(figure)
    .filter(([label, words]) => !besides.has(label) && words !== printed(figure))
    .map(([label, words]) => `${label}：${words}`)
    .join("；");
  return html`<tr><td class="name">${measureName(figure.measure)}${figure.of ? html`<br><span class="quiet">${figure.of}</span>` : null}</td><td class="number">${printed(figure)}</td><td class="quiet">${origin}</td><td class="quiet path">${path}</td></tr>`;
};

/** 数字页: every figure of the month with what it was computed from. */
export async function figuresPage(desk: ReportDesk, month: string, platform: string | undefined): Promise<string> {
  const { figures, demonstration } = await desk.figures(month, platform);
  const query = platform === undefined ? "" : `?platform=${encodeURIComponent(platform)}`;
  const rows = [...leaves(figures, "")].map(row);
  return page(
    `${figures.platform} ${month} 月度数字`,
    demonstration,
    html`<section><p><a href="/report/${month}${query}">看月报</a>　<a href="/figures/${month}.json${query}">下载数字文件（JSON）</a></p><div class="wide"><table><thead><tr><th>指标</th><th class="number">数值</th><th>由来</th><th>数字文件中的位置</th></tr></thead><tbody>${rows}</tbody></table></div></section>`,
  );
}
