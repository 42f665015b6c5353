import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attribute, XmlFault, xmlScanner } from "./xml.ts";

function read(pieces: string[]): string {
  let seen = "";
  const feed = xmlScanner({
    open: (name, attributes) => {
      seen += `<${name} ${attribute(attributes, "r") ?? ""}>`;
    },
    close: (name) => {
      seen += `</${name}>`;
    },
    text: (text) => {
      seen += text;
    },
  });
  for (const piece of pieces) feed(piece);
  return seen;
}

const document = `<?xml version="1.0"?><x:row r="a>b"><!-- <no> --><c r='1&amp;2'/>热&lt;线&#x20BB7;<![CDATA[<原样&amp;>]]></x:row>`;

describe("读 XML", () => {
  test("标签、属性、文字、实体和原样文字", () => {
    expect(read([document])).toBe("<row a>b><c 1&2></c>热<线𠮷<原样&amp;></row>");
  });

  test("怎样分段都读出同样的内容", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: document.length })), (cuts) => {
        const ends = [0, ...cuts.sort((a, b) => a - b), document.length];
        expect(read(ends.slice(1).map((end, at) => document.slice(ends[at], end)))).toBe(read([document]));
      }),
    );
  });

  test("不接受文档类型声明（实体炸弹）和没有尽头的标签", () => {
    expect(() => read(['<!DOCTYPE a [<!ENTITY b "cc">]>'])).toThrow(XmlFault);
    expect(() => read(["<a ", "x".repeat(2 ** 22 + 1)])).toThrow(XmlFault);
  });
});
