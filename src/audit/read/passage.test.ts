import { describe, expect, test } from "vitest";
import { auditText, toldIn } from "../../../test/world/audited.ts";

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

  test("千分位的逗号在行尾，数字仍是一个", () => {
    const lines = [
      "5月份全市热线共受理群众诉求9,846件，其中来自电话的是8,215件，来",
      "自微信的1,631件。派发承办单位3,956件，其中县（区）承办2,",
      "748件、市直部门承办901件、公共服务企业承办317件。办理工作总体平",
      "稳有序，群众评价较好。",
    ];
    expect(toldIn(title + lines.join("\n"))).toEqual(["partsAndWhole 3,956件 2,748件 901件 317件"]);
  });
});
