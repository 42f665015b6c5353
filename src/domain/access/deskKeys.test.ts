import { expect, it } from "vitest";
import { deskKeys, fixedKeys, keysFault } from "./deskKeys.ts";

const sentence = (keys: Record<string, string>) => keysFault(keys)?.sentence ?? null;

it("没有改的不冲突；换成空着的键、两个互换，都可以", () => {
  expect(sentence({})).toBeNull();
  expect(sentence({ "Alt+S": "Alt+Q", F2: "F4", J: "N" })).toBeNull();
  expect(sentence({ "Alt+S": "Alt+T", "Alt+T": "Alt+S" })).toBeNull();
});

it("别的已经用着的键、浏览器要用的键、打字要用的键，都拒绝并说出来", () => {
  expect(sentence({ "Alt+S": "Alt+T" })).toBe("“Alt T”已经用作“申请退单、试算”。");
  expect(sentence({ "Alt+A": "Alt+Q", "Alt+B": "Alt+Q" })).toMatch(/^“Alt Q”已经用作/);
  expect(sentence({ F2: "F5" })).toBe("“F5”浏览器自己要用。");
  expect(sentence({ "Alt+S": "S" })).toBe("“Alt S”不能改成“S”。");
  expect(sentence({ J: "Ctrl+J" })).toBe("“J”不能改成“Ctrl J”。");
  for (const press of fixedKeys) expect(sentence({ [press]: "F4" })).toMatch(/不是可以改的快捷键。$/);
  expect(sentence({ 恶意: "F4" })).toMatch(/不是可以改的快捷键。$/);
});

it("表里每个键都说明做什么", () => {
  for (const [press, does] of Object.entries(deskKeys)) expect([press, does.length > 0]).toEqual([press, true]);
});
