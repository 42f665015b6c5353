import { describe, expect, test } from "vitest";
import { describeFinding, readHead, writeHead } from "./finding.ts";

describe("账本的问题和链头", () => {
  test("说出封印、位置、主体、版本和哪里不对", () => {
    const id = "01840000-0000-7000-8000-000000000001";
    expect(describeFinding({ fault: "eventChanged", no: 7, position: 9, subject: "order", id, version: 3 })).toBe(
      `封印 7 位置 9 工单 ${id} 第 3 版：事件的内容与它的链值对不上：事件或同一主体的前一事件被改动过。`,
    );
    expect(describeFinding({ fault: "sealMissing", no: 4 })).toBe("封印 4：缺少这一号封印。");
  });

  test("陌生的主体原样写出", () => {
    expect(describeFinding({ fault: "rowUnfounded", subject: "meeting", id: "x" })).toBe(
      "meeting x：有行，却没有得出它的事件。",
    );
  });

  test("链头写出再读回不变；别的写法不认", () => {
    const head = { no: 12, link: "ab".repeat(32) };
    expect(readHead(` ${writeHead(head)}\n`)).toEqual(head);
    for (const text of [
      "",
      "12",
      "12:",
      `12:${"AB".repeat(32)}`,
      `-1:${head.link}`,
      `12:${head.link}0`,
      `1e3:${head.link}`,
    ])
      expect(readHead(text)).toBeNull();
  });
});
