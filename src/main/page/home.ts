import type { Format } from "../../report/files.ts";
import { type Html, html, page } from "./html.ts";
import type { ReportDesk } from "./reportDesk.ts";

const downloads: [Format, string][] = [
  ["docx", "Word 文档"],
  ["pdf", "PDF"],
  ["xlsx", "Excel 表格"],
];

const doors = html`<p><a href="/desk">进入工作台</a>　<a href="/citizen">市民端</a></p>`;

/** 首页: every month with records, with its report in all formats and its figures; of one platform or of all. */
export async function homePage(desk: ReportDesk, name?: string): Promise<string> {
  const platforms = (await desk.platforms()).filter(({ platform }) => name === undefined || platform.name === name);
  const only = platforms.length === 1;
  const sections = platforms.map(({ platform: { name, origin }, months }) => {
    const query = only ? "" : `?platform=${encodeURIComponent(name)}`;
    return html`<section><h2>${name} ${origin === "reconstructed" ? html`<span class="mark">演示</span>` : null}</h2>${
      months.length === 0
        ? html`<p>还没有记录。</p>`
        : html`<div class="wide"><table><thead><tr><th>月份</th><th>月报</th><th>下载</th><th>数字</th></tr></thead><tbody>${months.map((month) => monthRow(month, query))}</tbody></table></div>`
    }</section>`;
  });
  const empty = html`<section><p>还没有热线平台。请用 rexian platform create 新建一个，或用 rexian import、rexian reconstruct 放入记录，再回到这里。</p></section>`;
  return page("月报", desk.demonstration, sections.length > 0 ? html`${doors}${sections}` : empty);
}

function monthRow(month: string, query: string): Html {
  const [year, number] = month.split("-");
  const files = downloads.map(
    ([format, word]) => html`<li><a href="/report/${month}/${month}.${format}${query}">${word}</a></li>`,
  );
  return html`<tr><td>${year!} 年 ${Number(number)} 月</td><td><a href="/report/${month}${query}">在线阅读</a></td><td><ul>${files}</ul></td><td><a href="/figures/${month}${query}">逐项查看</a></td></tr>`;
}
