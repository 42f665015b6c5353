import { describe, expect, test } from "vitest";
import { auditText, textDocument, toldIn } from "../../../test/world/audited.ts";
import type { AuditedDocument, Block } from "../../domain/document.ts";
import { audit } from "../audit.ts";
import { normalise } from "./normalise.ts";
import { piecesOf } from "./passage.ts";
import { splitTables } from "./textTable.ts";

const title = "2025年5月12345热线运行情况通报\n";

describe("行并为段", () => {
  test("字库用部首代替的字认得", () => {
    const [found] = auditText(`${title}5⽉份全市热线共受理群众诉求1000件，⽐4⽉份的800件上升30.00%。`);
    expect(found?.message).toBe("“热线共受理群众诉求”1000件，此前800件，变动应为25.00%，印作30.00%。");
    expect(found?.places[0]?.text).toContain("5月份");
    expect(toldIn(`${title}⻘⻩⻓⻔四县共受理1000件，其中⻘县500件、⻩县300件、⻓县100件、⻔县90件。`)).toEqual([
      "partsAndWhole 1000件 500件 300件 100件 90件",
    ]);
  });

  test("数字里看不见的零宽字符不隔断数字", () => {
    for (const sign of ["\u200b", "\u00ad"])
      expect(toldIn(`${title}5月份共受理诉求1${sign}000件，其中咨询500件，求助300件，投诉200件。`)).toEqual([]);
  });

  test.each([" ", "\u00a0", "\u2009", "\u202f", "，"])("千分位之间隔着“%s”的仍是一个数", (sign) => {
    const sentence = `5月份共受理诉求12${sign}846件，其中咨询8${sign}215件，求助 3${sign}631 件，投诉1${sign}100件。`;
    expect(toldIn(title + sentence)).toEqual(["partsAndWhole 12,846件 8,215件 3,631件 1,100件"]);
  });

  test("格子里隔着空格的千分位是一个数；几列数、两句话里的不是", () => {
    const rows = [
      ["单位", "受理", "办结"],
      ["甲县", "1 200", "1\u00a0100"],
      ["乙县", "2，300", "2 200"],
      ["合计", "3 600", "3 300"],
    ].map((cells, line) => ({ cells, place: { line } }));
    const blocks: Block[] = [...textDocument(title).blocks, { kind: "table", rows }];
    expect(audit({ layout: "paragraphs", blocks }).map(({ kind, values }) => [kind, ...values])).toEqual([
      ["tableSum", "3,600", "3500"],
    ]);
    expect(normalise("甲县 120 118 98.3%")).toBe("甲县 120 118 98.3%");
    expect(normalise("去年同期（51 340件）")).toBe("去年同期（51,340件）");
    expect(normalise("共12类，216件")).toBe("共12类，216件");
  });

  test("千分位的逗号在行尾，数字仍是一个", () => {
    const lines = [
      "5月份全市热线共受理群众诉求9,846件，其中来自电话的是8,215件，来",
      "自微信的1,631件。派发承办单位3,956件，其中县（区）承办2,",
      "748件、市直部门承办901件、公共服务企业承办317件。办理工作总体平",
      "稳有序，群众评价较好。",
    ];
    expect(toldIn(title + lines.join("\n"))).toEqual(["partsAndWhole 3,956件 2,748件 901件 317件"]);
  });

  /** where each paragraph begins */
  const beginningsOf = (document: AuditedDocument): string[] =>
    piecesOf(document, splitTables).flatMap((piece) => (piece.kind === "passage" ? [piece.text.slice(0, 4)] : []));
  const beginnings = (text: string): string[] => beginningsOf(textDocument(text));

  const wrapped = [
    "　　5月份全市热线共受理群众诉求8460件，其中咨询5102件、投诉20",
    "88件、求助947件、其他323件。全市上下高度重视热线办理工作，群众总体",
    "评价比较满意，情况总的来说良好，为下一步工作打下了坚实的基础，也为今",
    "后改进服务提供了依据，各单位应当继续努力，把好的做法坚持下去，把存在",
    "的问题一件一件解决好，让群众满意。",
  ];

  test("折行有边的，早早结束的一行就是段尾，列举的记号和缩进两格另起一段", () => {
    expect(
      beginnings(
        [
          ...wrapped,
          "各乡镇党委、县直各单位党组：",
          "　　现将9月份运行情况通报如下",
          "◇受理总量：38295件，同比上升3.77%",
          "◇办结总量：37100件，同比上升2.10%",
        ].join("\n"),
      ),
    ).toEqual(["5月份全", "各乡镇党", "现将9月", "◇受理总", "◇办结总"]);
  });

  test("下一行的数字断不开，上一行短几个字也不算段尾", () => {
    const short = ["　　办理情况总体平稳，全年各级各部门共办结群众反映的各类诉求", "1284556123件，群众满意。"];
    expect(beginnings([...wrapped, ...short].join("\n"))).toEqual(["5月份全", "办理情况"]);
  });

  test("文件写明一行接着说的就接上，像标题、像另一项的也一样", () => {
    const lines = ["全市受理12345件，其中按期办结的有", "1.2万件，较上月多", "3%", "◇以上请核对"].map((text, at) => ({
      kind: "paragraph" as const,
      text,
      place: { line: at + 1 },
      ...(at < 2 ? { goesOn: true as const } : {}),
    }));
    expect(
      piecesOf({ layout: "lines", blocks: lines }, splitTables).map((piece) => piece.kind === "passage" && piece.text),
    ).toEqual(["全市受理12345件，其中按期办结的有1.2万件，较上月多3%", "◇以上请核对"]);
  });

  test("两张表之间的几行照全文的宽度折行", () => {
    const table: Block = { kind: "table", rows: [{ cells: ["甲县", "120"], place: { line: 9 } }] };
    const between = [
      "1.签收满分的有甲县、乙县两家。",
      "2.整个季度有效评价13,479件，其中表示满意和基本满意的是12,472",
      "件，季度满意率93.53%。",
    ];
    const [before, after] = [wrapped, between].map((lines) => textDocument(lines.join("\n")).blocks);
    expect(beginningsOf({ layout: "lines", blocks: [...before!, table, ...after!, table] })).toEqual([
      "5月份全",
      "1.签收",
      "2.整个",
    ]);
  });
});
