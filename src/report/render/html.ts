import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Report } from "../block.ts";
import { escapeHtml, scriptJson } from "./escape.ts";
import { blockWriter } from "./htmlBlock.ts";
import { provenanceRegister } from "./provenance.ts";

const asset = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

const styles = () => ["./html.css", "./htmlParts.css", "./htmlMedia.css"].map(asset).join("");

/** 报告的网页: one file that opens alone, without a network; every printed number opens where it comes from. */
export function reportHtml(report: Report): string {
  const register = provenanceRegister();
  const write = blockWriter(register.register);
  const body = report.blocks.map((block, at) => write.block(block, `s${at}`)).join("\n");
  const preamble = report.preamble.length > 0 ? write.paragraph(report.preamble) : "";
  const appendices = report.appendices.map((appendix, at) => {
    const blocks = appendix.blocks.map((block) => write.block(block, "")).join("\n");
    return `<section class="appendix ${appendix.orientation}" id="a${at}"><p class="mark">附件${at + 1}</p><h2 class="title">${escapeHtml(appendix.title)}</h2>${blocks}</section>`;
  });
  const script = asset("./html.client.js");
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${report.demonstration ? "【演示】" : ""}${escapeHtml(report.title.join(""))}</title>
<style>${styles()}${report.demonstration ? PAGE_MARK : ""}</style>
</head>
<body>
<a class="skip" href="#report">跳到正文</a>
${report.demonstration ? '<p class="demonstration" role="note">演示：数据为合成，不是真实办理情况</p>' : ""}
<nav aria-label="目录">${contentsList(report)}</nav>
<main id="report">
<h1>${report.title.map((line) => `<span>${escapeHtml(line)}</span>`).join("")}</h1>
${preamble}
${body}
${foot(report)}
${appendices.join("\n")}
${addressees(report)}
<p class="frozen">数据冻结于${escapeHtml(report.frozen.at)}，账本位置 ${report.frozen.position}，摘要 <span class="digest">${escapeHtml(report.frozen.digest)}</span></p>
</main>
<dialog id="origin" aria-labelledby="origin-title"><form method="dialog"><h2 id="origin-title">这个数从哪里来</h2><button>关闭</button></form><dl></dl></dialog>
<script type="application/json" id="provenance">${scriptJson(register.content())}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** on paper the mark stands in the margin of every page */
const PAGE_MARK = `@page { @top-right { content: "演示"; font-size: 9pt; } }`;

/** only our own inline script runs, nothing is fetched */
function policy(script: string): string {
  const hash = createHash("sha256").update(script).digest("base64");
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function contentsList(report: Report): string {
  const headings = report.blocks.flatMap((block, at) =>
    block.kind === "heading" && block.level < 3
      ? [`<li class="l${block.level}"><a href="#s${at}">${escapeHtml((block.number ?? "") + block.text)}</a></li>`]
      : [],
  );
  const appendices = report.appendices.map(
    ({ title }, at) => `<li class="l1"><a href="#a${at}">附件${at + 1} ${escapeHtml(title)}</a></li>`,
  );
  return `<details open><summary>目录</summary><ol>${[...headings, ...appendices].join("")}</ol></details>`;
}

function foot({ appendices, issuer, date }: Report): string {
  const list = appendices.map(({ title }, at) => `<li>${at + 1}.${escapeHtml(title)}</li>`).join("");
  const named = list ? `<div class="list"><span>附件：</span><ol>${list}</ol></div>` : "";
  return `${named}<p class="issuer">${escapeHtml(issuer)}<br>${escapeHtml(date)}</p>`;
}

function addressees({ reportTo, sendTo }: Report): string {
  const lines = [reportTo && `报：${reportTo}`, sendTo && `发：${sendTo}`].filter((line) => line !== "");
  return lines.length === 0
    ? ""
    : `<div class="addressees">${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("")}</div>`;
}
