import { hash } from "node:crypto";
import { expect, test } from "vitest";
import { seenNumbers } from "./seen.ts";

const sha = (text: string) => hash("sha256", text, "buffer");

test("十万个编号各记一次，重复的分得清内容同异", () => {
  const seen = seenNumbers();
  for (let at = 0; at < 100_000; at += 1) expect(seen.add(sha(`n${at}`), sha(`c${at}`))).toBe("new");
  for (let at = 0; at < 100_000; at += 7) {
    expect(seen.add(sha(`n${at}`), sha(`c${at}`))).toBe("same");
    expect(seen.add(sha(`n${at}`), sha("别的"))).toBe("other");
  }
  expect(seen.has(sha("n5"))).toBe(true);
  expect(seen.has(sha("n100000"))).toBe(false);
});
