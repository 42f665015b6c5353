import { escapeHtml } from "../../report/render/escape.ts";

/** 一段网页: markup that is already safe. */
export interface Html {
  html: string;
}

type Part = string | number | Html | Html[] | null;

const text = (part: Part): string => {
  if (part === null) return "";
  if (Array.isArray(part)) return part.map((piece) => piece.html).join("");
  return typeof part === "object" ? part.html : escapeHtml(String(part));
};

/** 拼网页: a template whose every value is escaped, unless it is markup made by this same function. */
export const html = (words: TemplateStringsArray, ...parts: Part[]): Html => ({
  html: words.map((word, at) => word + text(parts[at] ?? null)).join(""),
});

const style = `
:root{color-scheme:light dark;--page:#F3F4F6;--panel:#fff;--head:#F7F8FA;--text:#1A1F26;--text2:#424B57;--line:#E1E5EA;--accent:#1B5FA8;--plum:#6D3A7C;--plumOn:#F5ECF8}
@media(prefers-color-scheme:dark){:root{--page:#12161B;--panel:#1A2027;--head:#20272F;--text:#E7EAEE;--text2:#BAC2CC;--line:#2D353F;--accent:#82B4F2;--plum:#D3A5E2;--plumOn:#36213D}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:14px/22px "PingFang SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif;font-variant-numeric:tabular-nums}
header{background:var(--panel);border-bottom:1px solid var(--line);padding:11px 16px;display:flex;gap:12px;align-items:center;flex-wrap:wrap}
header a{font-weight:600;text-decoration:none}
main{max-width:1080px;margin:0 auto;padding:16px}
section{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:12px 16px;margin:0 0 8px}
h1{font-size:20px;line-height:28px;margin:8px 0 12px}h2{font-size:16px;line-height:24px;margin:0 0 4px}
a{color:var(--accent)}a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.mark{color:var(--plum);background:var(--plumOn);border-radius:4px;padding:0 8px}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th{background:var(--head);color:var(--text2);font-weight:400;font-size:12px;text-align:left}
th,td{border-bottom:1px solid var(--line);padding:4px 8px;vertical-align:top}.number{text-align:right!important;white-space:nowrap}.name{min-width:9em}.path{overflow-wrap:anywhere;min-width:12em;font-size:12px}
.quiet{color:var(--text2)}ul{margin:0;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:4px 16px}li a{display:inline-block;min-height:24px}
@media(max-width:600px){body{font-size:15px;line-height:24px}main{padding:8px}}`;

/** 整页: a whole page in the house's plain style; 演示 stands on it when the database is a demonstration. */
export const page = (title: string, demonstration: boolean, body: Html): string =>
  html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><link rel="icon" href="data:,"><style>${{ html: style }}</style></head><body><header><a href="/">热线</a><span class="quiet">12345 运行情况分析</span>${demonstration ? html`<span class="mark">演示</span>` : null}</header><main><h1>${title}</h1>${body}</main></body></html>`
    .html;
