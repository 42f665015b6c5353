import { expect, test } from "vitest";
import { checked } from "./fieldFaults.ts";
import { words } from "./value.ts";

test("文字里看不见的字符不收；只有这样的字符，等于没有写", () => {
  expect(checked(words, " 路灯\u200b不亮\u2060 ")).toEqual({ value: "路灯不亮" });
  expect(checked(words, "\u200b")).toEqual({ faults: [{ path: "/", message: "不能空着" }] });
});
