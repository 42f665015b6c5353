import { describe, expect, test } from "vitest";
import { archiveOfParts, wordOf } from "../../../test/world/documentFiles.ts";
import type { Block } from "../../domain/document.ts";
import { readDocx } from "./docx.ts";

const run = (text: string, properties = "") => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const paragraph = (inner: string, properties = "") =>
  `<w:p><w:pPr>${properties}</w:pPr>${inner.startsWith("<") ? inner : run(inner)}</w:p>`;
const cell = (...paragraphs: string[]) => `<w:tc>${paragraphs.join("")}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.map((text) => cell(paragraph(text))).join("")}</w:tr>`;
const tabbed = (...cells: string[]) => paragraph(cells.map((text) => run(text)).join("<w:r><w:tab/></w:r>"));

/** paragraphs as texts, tables as rows of texts */
const shownOf = (blocks: Block[]) =>
  blocks.map((block) => (block.kind === "table" ? block.rows.map(({ cells }) => cells) : block.text.trim()));
const shown = async (...given: Parameters<typeof wordOf>) => shownOf((await readDocx(wordOf(...given))).blocks);

describe("隐藏文字", () => {
  test("隐藏的文字不读；写明不隐藏的照读", async () => {
    const hidden = run("（内部：受理1000件）", "<w:vanish/>");
    const off = run("咨询500件", '<w:vanish w:val="0"/>') + run("，求助300件", '<w:vanish w:val="false"/>');
    expect(await shown(paragraph(run("受理900件") + hidden + run("，")) + paragraph(off))).toEqual([
      "受理900件，",
      "咨询500件，求助300件",
    ]);
  });

  test("样式里隐藏的也不读，修订前的格式不算", async () => {
    const styles =
      '<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>';
    const before = run("受理900件", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>");
    const body =
      paragraph("窗体顶端", '<w:pStyle w:val="b"/>') + paragraph(before + run("（内部）", '<w:rStyle w:val="a"/>'));
    expect(await shown(body, { styles })).toEqual(["受理900件"]);
  });
});

describe("软回车", () => {
  test("一段里用软回车分开的各成一段；断在逗号后的还是一句", async () => {
    const lines = ["　　下列2件工单：", "　　1.甲镇一事。", "　　2.乙镇一事，", "已办45天。"];
    expect(await shown(paragraph(lines.map((line) => run(line)).join("<w:r><w:br/></w:r>")))).toEqual([
      "下列2件工单：",
      "1.甲镇一事。",
      "2.乙镇一事，\n已办45天。",
    ]);
  });

  test("表格格子里的软回车不分段", async () => {
    const broken = `${run("按时")}<w:r><w:br/></w:r>${run("办结")}`;
    const table = `<w:tbl>${row("单位", broken)}${row("甲县", "90")}</w:tbl>`;
    expect(await shown(table)).toEqual([
      [
        ["单位", "按时\n办结"],
        ["甲县", "90"],
      ],
    ]);
  });
});

describe("用制表符排的表", () => {
  test("前后几段排成同样几列的是表，空格子也在；上面的标题不是", async () => {
    const body =
      paragraph("表1 承办情况") +
      tabbed("表1 承办情况", "单位：件") +
      tabbed("单位", "承办量", "超期") +
      tabbed("甲县", "100", "") +
      tabbed("合计", "100", "0");
    expect(await shown(body)).toEqual([
      "表1 承办情况",
      "表1 承办情况\t单位：件",
      [
        ["单位", "承办量", "超期"],
        ["甲县", "100", ""],
        ["合计", "100", "0"],
      ],
    ]);
  });

  test("为对齐多按了几下制表符，还是那几列", async () => {
    const body = tabbed("单位", "", "承办量") + tabbed("甲县人民政府", "100") + tabbed("乙县", "", "200");
    expect(await shown(body)).toEqual([
      [
        ["单位", "承办量"],
        ["甲县人民政府", "100"],
        ["乙县", "200"],
      ],
    ]);
  });

  test("段落属性里的制表位不是文字；缩进、序号后的制表符和目录都不成表", async () => {
    const stops = '<w:tabs><w:tab w:val="left" w:pos="2000"/></w:tabs>';
    const styles = '<w:style w:styleId="10"><w:name w:val="toc 1"/></w:style>';
    const contents = (title: string, page: string) =>
      paragraph(`${run(title)}<w:r><w:tab/></w:r>${run(page)}`, '<w:pStyle w:val="10"/>');
    const body =
      paragraph("受理100件", stops) +
      contents("一、受理情况", "1") +
      contents("二、办理情况", "3") +
      tabbed("", "受理100件，") +
      tabbed("", "办结90件，") +
      paragraph("其中：") +
      tabbed("1.", "甲县承办100件") +
      tabbed("2.", "乙县承办200件");
    expect(await shown(body, { styles })).toEqual([
      "受理100件",
      "一、受理情况 1",
      "二、办理情况 3",
      "受理100件，",
      "办结90件，",
      "其中：",
      "1.\t甲县承办100件",
      "2.\t乙县承办200件",
    ]);
  });
});

describe("自动编号", () => {
  const level = (at: number, format: string, text: string, more = "") =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const close = '<w:suff w:val="nothing"/>';
  const numbering =
    '<w:abstractNum w:abstractNumId="7">' +
    level(0, "chineseCountingThousand", "%1、", close) +
    level(1, "decimal", "%2.", close) +
    level(2, "decimalEnclosedCircle", "%3", close) +
    '</w:abstractNum><w:abstractNum w:abstractNumId="8">' +
    level(0, "decimal", "%1") +
    level(1, "bullet", "\uf06c") +
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>';
  const inList = (list: number, at: number, more = "") =>
    `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>${more}`;

  test("各级编号写在段首，上一级换了就从头再编", async () => {
    const body =
      paragraph("受理情况", inList(1, 0)) +
      paragraph("甲镇一事", inList(1, 1)) +
      paragraph("乙镇一事", inList(1, 1)) +
      paragraph("其一", inList(1, 2)) +
      paragraph("办理情况", inList(1, 0)) +
      paragraph("丙镇一事", inList(1, 1));
    expect(await shown(body, { numbering })).toEqual([
      "一、受理情况",
      "1.甲镇一事",
      "2.乙镇一事",
      "①其一",
      "二、办理情况",
      "1.丙镇一事",
    ]);
  });

  test("另一个列表接着编，写明从几开始的从那里编；圆点不是编号，数字与正文之间留空", async () => {
    const body =
      paragraph("甲", inList(1, 1)) +
      paragraph("乙", inList(2, 1)) +
      paragraph("丙", inList(2, 1)) +
      paragraph("2025年", inList(3, 0)) +
      paragraph("圆点", inList(3, 1));
    expect(await shown(body, { numbering })).toEqual(["1.甲", "5.乙", "6.丙", "1 2025年", "圆点"]);
  });

  test("样式里定的编号一样算；写明不编号的、划掉的、修订前编过号的不算", async () => {
    const styles =
      '<w:style w:styleId="h"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:styleId="h1"><w:basedOn w:val="h"/></w:style>';
    const body =
      paragraph("受理情况", '<w:pStyle w:val="h"/>') +
      paragraph("不编号", '<w:pStyle w:val="h"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      paragraph(`<w:del>${run("划掉")}</w:del>`, inList(1, 0, "<w:rPr><w:del/></w:rPr>")) +
      paragraph("正文", `<w:pPrChange><w:pPr>${inList(1, 0)}</w:pPr></w:pPrChange>`) +
      paragraph("办理情况", '<w:pStyle w:val="h1"/>');
    expect(await shown(body, { styles, numbering })).toEqual(["一、受理情况", "不编号", "正文", "二、办理情况"]);
  });

  test("表格里自动编的序号也读", async () => {
    const numbered = cell(paragraph("<w:r/>", inList(3, 0)));
    const line = (name: string) => `<w:tr>${numbered}${cell(paragraph(name))}</w:tr>`;
    expect(await shown(`<w:tbl>${row("序号", "单位")}${line("甲县")}${line("乙县")}</w:tbl>`, { numbering })).toEqual([
      [
        ["序号", "单位"],
        ["1", "甲县"],
        ["2", "乙县"],
      ],
    ]);
  });
});

describe("修订和旁注", () => {
  const struck = "<w:rPr><w:del/></w:rPr>";
  const numbering =
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>';
  const inList = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

  test("删去的段落标记不分段，编号是后一段的；到了格子、表格跟前才断", async () => {
    const table = `<w:tbl><w:tr>${cell(paragraph("甲", struck), paragraph("县", struck))}${cell(paragraph("12"))}</w:tr>${row("乙县", "8")}</w:tbl>`;
    const body =
      paragraph("受理900件，", struck + inList) +
      paragraph("办结", "<w:rPr><w:vanish/></w:rPr>") +
      paragraph("890件。", inList) +
      paragraph("表1", struck) +
      table +
      paragraph("完", struck);
    expect(await shown(body, { numbering })).toEqual([
      "1. 受理900件，办结890件。",
      "表1",
      [
        ["甲县", "12"],
        ["乙县", "8"],
      ],
      "完",
    ]);
  });

  test("改过格式的段落照旧有编号、照旧分段，格式里从前删过什么不算", async () => {
    const change = `<w:rPr><w:rPrChange><w:rPr><w:del/></w:rPr></w:rPrChange></w:rPr><w:pPrChange><w:pPr>${struck}</w:pPr></w:pPrChange>`;
    expect(await shown(paragraph("受理900件。", inList + change) + paragraph("办结890件。"), { numbering })).toEqual([
      "1. 受理900件。",
      "办结890件。",
    ]);
  });

  test("注音只读字，不读音", async () => {
    const ruby = `<w:r><w:ruby><w:rt>${run("lu")}</w:rt><w:rubyBase>${run("渌")}</w:rubyBase></w:ruby></w:r>`;
    expect(await shown(paragraph(run("甲县") + ruby + run("口镇受理12件")))).toEqual(["甲县渌口镇受理12件"]);
  });

  test("文本框有几种写法的只读一种", async () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const way = (name: string, inner: string) => `<mc:${name}>${inner}</mc:${name}>`;
    const both = way("AlternateContent", way("Choice", box("内层")) + way("Fallback", box("内层")));
    const ways = way("Choice", box("受理12件") + both) + way("Choice", box("受理12件") + both);
    const whole = way("AlternateContent", ways + way("Fallback", box("受理12件") + both));
    expect(await shown(paragraph(`<w:r>${whole}</w:r>${run("正文")}`))).toEqual(["受理12件", "内层", "正文"]);
    expect(await shown(paragraph(`<w:r>${way("AlternateContent", way("Choice", box("又一个")))}</w:r>`))).toEqual([
      "又一个",
    ]);
  });
});

describe("正文在哪里", () => {
  test("正文部分叫什么名字由关系说了算", async () => {
    expect(await shown(paragraph("受理900件"), { main: "document2.xml" })).toEqual(["受理900件"]);
  });

  test("别的办公文件说明不能审", async () => {
    const relation = '<Relationship Type="x/officeDocument" Target="xl/workbook.xml"/>';
    const workbook = archiveOfParts({ "_rels/.rels": relation, "xl/workbook.xml": "<workbook/>" });
    await expect(readDocx(workbook)).rejects.toThrow("这不是能审核的文件");
  });
});

describe("版式表格", () => {
  const inner = `<w:tbl>${row("单位", "承办量")}${row("甲县", "100")}</w:tbl>`;

  test("套着表格的外框：里面的段落和表格按次序出来，各有各的位置", async () => {
    const frame = `<w:tbl><w:tr>${cell(paragraph("一、总体情况"), inner, paragraph("注。"))}</w:tr></w:tbl>`;
    expect((await readDocx(wordOf(frame))).blocks).toEqual([
      { kind: "paragraph", text: "一、总体情况", place: { line: 1 } },
      {
        kind: "table",
        rows: [
          { cells: ["单位", "承办量"], place: { line: 2 } },
          { cells: ["甲县", "100"], place: { line: 3 } },
        ],
      },
      { kind: "paragraph", text: "注。", place: { line: 4 } },
    ]);
  });

  test("只为排版的外框：格子里是几段正文，没有数字的格子", async () => {
    const text = ["5月份全市热线共受理群众诉求900件，其中咨询500件。", "按时办结率98.00%，派发1000件，按时办结900件。"];
    const frame = `<w:tbl><w:tr>${cell(paragraph("要情"))}${cell(...text.map((one) => paragraph(one)))}</w:tr></w:tbl>`;
    expect(await shown(frame)).toEqual(["要情", ...text]);
  });

  test("有数字的格子是表，备注写了几段也是；格子里的小框并进格子", async () => {
    const remark = cell(...["一", "二"].map((one) => paragraph(`${one}是工单派发后没有在规定的时限内签收处理。`)));
    const box = cell(`<w:tbl>${row("甲", "县")}</w:tbl>`);
    const table = `<w:tbl>${row("单位", "超期", "说明")}<w:tr>${box}${cell(paragraph("2"))}${remark}</w:tr></w:tbl>`;
    expect(await shown(table)).toEqual([
      [
        ["单位", "超期", "说明"],
        ["甲县", "2", "一是工单派发后没有在规定的时限内签收处理。二是工单派发后没有在规定的时限内签收处理。"],
      ],
    ]);
  });
});
