import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createKeyFile, newKeyRing, readKeyFile, replaceKeyFile, withNewKey } from "./keyFile.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "key-"));
  path = join(folder, "data.key");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("密钥文件", () => {
  test("新建后只有本人能读，读回来一样；没有时读到空", () => {
    expect(readKeyFile(path)).toBeNull();
    const ring = newKeyRing();
    createKeyFile(path, ring);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readKeyFile(path)).toEqual(ring);
    expect(readdirSync(folder)).toEqual(["data.key"]);
  });

  test("已有密钥文件时不覆盖", () => {
    const ring = newKeyRing();
    createKeyFile(path, ring);
    expect(() => createKeyFile(path, newKeyRing())).toThrow(/已被另一个程序建立/);
    expect(readKeyFile(path)).toEqual(ring);
    expect(readdirSync(folder)).toEqual(["data.key"]);
  });

  test.each([0o640, 0o604, 0o660, 0o644])("同组或别人可读写（%o）就拒绝", (mode) => {
    createKeyFile(path, newKeyRing());
    chmodSync(path, mode);
    expect(() => readKeyFile(path)).toThrow(/chmod 600/);
  });

  test("更换密钥：新的成为当前，旧的保留", () => {
    const ring = newKeyRing();
    createKeyFile(path, ring);
    const next = withNewKey(ring);
    replaceKeyFile(path, next);
    expect(readKeyFile(path)).toEqual(next);
    expect(next.keys[0]).toEqual(ring.keys[0]);
    expect(next.current).not.toBe(ring.current);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test("损坏的密钥文件用一句话说明，不拿去加密", () => {
    const whole = () => JSON.parse(readFileSync(path, "utf8"));
    createKeyFile(path, newKeyRing());
    const damaged = [
      "",
      "{",
      "[]",
      JSON.stringify({ ...whole(), current: "另一把" }),
      JSON.stringify({ current: "a", keys: { a: "short" } }),
    ];
    for (const text of damaged) {
      writeFileSync(path, text);
      expect(() => readKeyFile(path)).toThrow(/已损坏/);
    }
  });
});
