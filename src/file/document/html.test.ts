import { describe, expect, test } from "vitest";
import { readHtml } from "./html.ts";

/** paragraphs as they are, tables as rows with bars between their cells */
const read = (body: string): (string | string[])[] =>
  readHtml(`<!DOCTYPE html><html><body>${body}</body></html>`).blocks.map((block) =>
    block.kind === "table" ? block.rows.map(({ cells }) => cells.join("|")) : block.text,
  );
const refused = (page: string): string => {
  try {
    readHtml(page);
    return "读了";
  } catch (error) {
    return (error as Error).message;
  }
};

const data = "<table><tr><td>单位<td>件数<tr><td>甲县<td>100<tr><td>乙县<td>200</table>";
const rows = ["单位|件数", "甲县|100", "乙县|200"];

describe("网页里的表格", () => {
  test("只管排版的表格，里面的段落和表格按次序出来", () => {
    const page = `<p>受理1000件。</p><p>二、办理情况</p>${data}<p>较上月增加。</p>`;
    const text = ["受理1000件。", "二、办理情况", rows, "较上月增加。"];
    expect(read(`<table><tr><td>${page}</td></tr></table>`)).toEqual(text);
    expect(read(`<table><tr><td>栏目</td><td><table><tr><td>${page}</td></tr></table></td></tr></table>`)).toEqual([
      "栏目",
      ...text,
    ]);
  });

  test("没有内层表格的排版表格，几段话也不并成一格", () => {
    expect(read("<table><tr><td>左栏</td><td><p>受理12件。</p><p>办结11件。</p></td></tr></table>")).toEqual([
      "左栏",
      "受理12件。",
      "办结11件。",
    ]);
    expect(read("<table><tr><td>受理12件，办结11件</td></tr></table>")).toEqual(["受理12件，办结11件"]);
  });

  test("有两行数的是数据表，备注里有几段话、格子里有小表也还是数据表", () => {
    const noted = data.replace("</table>", "<tr><td colspan=2><p>一是口径不同。</p><p>二是时段不同。</p></table>");
    expect(read(noted)).toEqual([[...rows, "一是口径不同。二是时段不同。|一是口径不同。二是时段不同。"]]);
    const nested = data.replace("乙县<td>200", "乙县<td>200<tr><td>丙县<td><table><tr><td>3<td>4</table>");
    expect(read(nested)).toEqual([[...rows, "丙县|34"]]);
  });

  test("表题在表前；漏写的、错放的结束标签不打断表格", () => {
    expect(read(data.replace("<table>", "<table><caption>表1 办理情况</caption>"))).toEqual(["表1 办理情况", rows]);
    expect(read(`<div><span>${data.replaceAll("<tr>", "</div></span></p><tr>")}</span></div>`)).toContainEqual(rows);
  });
});

describe("网页里的句子", () => {
  test("不认识的标签不断句", () => {
    const sentence =
      "受理<st1:chmetcnv w:st='on'>1000件</st1:chmetcnv>，<nobr>咨询</nobr><time>500</time>件，<ucapcontent>求助</ucapcontent>300件。";
    expect(read(`<p>${sentence}</p>`)).toEqual(["受理1000件，咨询500件，求助300件。"]);
  });

  test("小于号后面不是字母就不是标签，属性里的大于号不结束标签", () => {
    expect(read("<p>满意率<95%的有3个：甲镇、乙镇。</p>")).toEqual(["满意率<95%的有3个：甲镇、乙镇。"]);
    expect(read('<p>受理<span onclick="if(a>0){x()}">1000</span>件</p>')).toEqual(["受理1000件"]);
  });

  test("字符的各种写法都认得，少了分号也认得", () => {
    expect(
      read("<p>环比&darr;20%&uarr;5%&minus;3%，&ge;95&permil;&bull;&lsquo;好&rsquo;&yen;9，共&nbsp100件</p>"),
    ).toEqual(["环比↓20%↑5%−3%，≥95‰•‘好’¥9，共 100件"]);
  });

  test("没有宽度的字符不当作空格，源码里随处断行的数字不断开", () => {
    expect(read("<p>受理1&#xfeff;2&#8203;3&shy;4件</p>")).toEqual(["受理1\ufeff2\u200b3\u00ad4件"]);
    const broken = "<p>按时\n办结，群众\n反映较好，\n请继续保持。</p>";
    expect(read(`<p>受理12\n34件，按时办结率99.\n5%，满意率98.1\n%。</p>${broken}`)[0]).toBe(
      "受理1234件，按时办结率99.5%，满意率98.1%。",
    );
    expect(read("<p>受理和办结分别为 12\n34 件。</p>")).toEqual(["受理和办结分别为 12 34 件。"]);
    expect(read("<p>受理12&#8239;345件</p>")).toEqual(["受理12\u202f345件"]);
  });

  test("<head> 没有结束、标题和样式写在正文里，正文照样读", () => {
    const page =
      "<head><meta charset=utf-8><title>题</title><style>p{}</style><body><p>受理12件。</p><title>尾</title>";
    expect(readHtml(page).blocks).toEqual([{ kind: "paragraph", text: "受理12件。", place: { line: 1 } }]);
  });

  test("<pre> 里的行和制表符照原样；全文都在 <pre> 里的，当作断了行的文本", () => {
    const { layout, blocks } = readHtml("<h1>题</h1><pre>\n单位\t件数\n甲县\t100\n\n　　以上请核对。\n</pre>");
    expect(layout).toBe("lines");
    expect(blocks.map((block) => block.kind === "paragraph" && block.text)).toEqual([
      "题",
      "单位\t件数",
      "甲县\t100",
      "",
      "　　以上请核对。",
    ]);
    const long = `<p>${"受理情况说明。".repeat(20)}</p>`;
    expect(readHtml(`${long}<pre>甲县\t100\n\n乙县\t200</pre>`)).toMatchObject({
      layout: "paragraphs",
      blocks: [{}, { text: "甲县\t100" }, { text: "乙县\t200" }],
    });
  });

  test("删去的字不读", () => {
    expect(read("<p>受理<del>1000件</del>900件。</p>")).toEqual(["受理900件。"]);
  });
});

describe("网页里看不见的字", () => {
  test.each([
    ['<span style="display:none">（内部）</span>'],
    ["<span style='color:red; DISPLAY : none !important'>（内部）</span>"],
    ['<span style="visibility:hidden">（内部）</span>'],
    ["<span hidden>（内部）</span>"],
    ['<span class="a hide">（内部）</span>'],
    ["<b id=inner>（内部）</b>"],
    ["<i>（内部）</i>"],
    ['<b class="hide" style="display:inline">（内部）</b>'],
  ])("不读：%s", (hidden) => {
    const style =
      "<style>/* i{display:none} */ i.x,.hide,#inner{display:none!important}\n@media print{p{display:none}} i{display:none}</style>";
    expect(read(`${style}<p>受理12件${hidden}，办结11件。</p>`)).toEqual(["受理12件，办结11件。"]);
  });

  test("隐藏的行、格子不在表里，隐藏的链接和框架也不算", () => {
    const hidden = data
      .replace("<tr><td>乙县", "<tr style='display:none'><td>丙县<td>7<tr><td>乙县")
      .replaceAll(/<td>(?=件数|100|200)/g, "<td hidden>1<td>");
    expect(read(`<iframe style="display:none"></iframe>${hidden}`)).toEqual([rows]);
  });

  test.each([
    ["p{display:none} .show{display:block}", 'class="show"'],
    [".tab{display:none} .tabs .tab.on{display:block}", 'class="tab on"'],
    [".hide{display:none}", 'class="hide" style="display:block"'],
    ["body{display:none} .nav .x{display:none} .x:empty{display:none}", 'class="x"'],
    ["@media print{.x{display:none}} @media (max-width:9px){.x{visibility:hidden}} .y{color:red}", 'class="x"'],
    [".x{display:none} .x{display:block}", 'class="x"'],
  ])("看得见的照读：%s", (style, attributes) => {
    expect(read(`<style>${style}</style><p ${attributes}>受理12件。</p>`)).toEqual(["受理12件。"]);
    expect(read(`<style media="print">p{display:none}</style><p>受理12件。</p>`)).toEqual(["受理12件。"]);
  });
});

describe("网页里的链接", () => {
  test("栏目、位置、相关链接不算正文", () => {
    const menu = "<ul><li><a href='/'>首页</a></li><li><a href='/x'>政务公开</a></li></ul>";
    const place = "<div>当前位置：<a href='/'>首页</a>&gt;<a href='/x'>政务公开</a></div>";
    const related = "<ul><li><a href='1'>2024年10月份热线运行情况</a><span>2024-11-11</span></li></ul>";
    expect(read(`${menu}${place}<h1>十一月运行情况</h1><p>受理12件。</p>${related}`)).toEqual([
      "十一月运行情况",
      "受理12件。",
    ]);
    const table = "<table><tr><td><a href='/'>首页</a></td><td><a href='/x'>政务公开</a></td></tr></table>";
    expect(read(`${table}<p>受理12件。</p>`)).toEqual(["受理12件。"]);
  });

  test("标题、句子、数和本页内的链接照样读", () => {
    expect(
      read(
        "<h2><a href='/a'>一、受理情况</a></h2><p><a href='/b'>受理12件，办结11件。</a></p><p>受理量：<a href='/c'>12</a>件</p><p><a href='#origin'>办结率</a></p>",
      ),
    ).toEqual(["一、受理情况", "受理12件，办结11件。", "受理量：12件", "办结率"]);
    expect(read(data.replace("甲县", "<a href='/a'>甲县</a>"))).toEqual([rows]);
  });
});

describe("读不了的网页", () => {
  test("正文在框架里、没有文字的，各说一句", () => {
    const frames = "<html><frameset><frame src=a.htm><noframes>请用支持框架的浏览器</noframes></frameset></html>";
    expect(refused(frames)).toBe("这个网页的正文在框架里，这里没有正文。请打开正文所在的页面，另存后再审核。");
    expect(refused("<h1>情况通报</h1><iframe src=a.htm></iframe>")).toContain("框架");
    expect(read("<p>受理12件。</p><iframe src=count.htm></iframe>")).toEqual(["受理12件。"]);
    expect(read(`${data}<iframe src=count.htm></iframe>`)).toEqual([rows]);
    expect(refused("<html><body><script>show()</script></body></html>")).toContain("这个网页里没有文字");
  });

  test("没完没了的嵌套、格子和行都有界", () => {
    expect(refused("<table><tr><td>".repeat(100_000))).toContain("不完整或已损坏");
    expect(refused("<br>".repeat(510_000))).toContain("过大");
    expect(refused(`<table>${`<tr>${"<td colspan=63>一".repeat(100)}`.repeat(100)}</table>`)).toContain("过大");
    expect(refused(`<pre>${"一\n".repeat(510_000)}`)).toContain("过大");
  });
});
