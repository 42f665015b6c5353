import { existsSync, readFileSync } from "node:fs";
import { Document, Packer, Paragraph } from "docx";
import { describe, expect, test } from "vitest";
import { audit } from "../../../src/audit/audit.ts";
import type { Finding } from "../../../src/domain/finding.ts";
import { readPublished } from "../../../src/file/document/read.ts";

/** The published month itself: its text stays outside of the repository, what contradicts what in it is listed here. */
const seed = new URL("../../../../shared/seed/000_4dd0dc0c18461f34.txt", import.meta.url);
const expected = JSON.parse(readFileSync(new URL("./audit.json", import.meta.url), "utf8"));
const isHere = existsSync(seed);
if (!isHere) console.log("没有 ../shared/seed，跳过对已发布月报原文的审核。");

async function* only(bytes: Uint8Array) {
  yield bytes;
}

const audited = async (bytes: Uint8Array): Promise<Finding[]> => audit(await readPublished(only(bytes)));
const facts = (found: Finding[]) =>
  found
    .filter(({ severity }) => severity !== "low")
    .map(({ kind, values, arithmetic }) => ({ kind, values, arithmetic }));

const inWord = (text: string) =>
  Packer.toBuffer(new Document({ sections: [{ children: text.split("\n").map((line) => new Paragraph(line)) }] }));

describe.runIf(isHere)("2022年11月的月报原文", () => {
  const bytes = isHere ? readFileSync(seed) : Buffer.alloc(0);

  test("作为 .txt：自相矛盾的都找到，别处没有“低”以上的误报", async () => {
    const found = await audited(bytes);
    expect(facts(found)).toEqual(expected);
    expect(found.filter(({ severity }) => severity === "low").map(({ kind }) => kind)).toEqual(["changeUnit"]);
  });

  test("作为 .docx：一行一段，找到的相同", async () => {
    expect(facts(await audited(await inWord(bytes.toString("utf8"))))).toEqual(expected);
  });
});
