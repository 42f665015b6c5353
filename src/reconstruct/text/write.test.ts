import { describe, expect, it } from "vitest";
import { plansRulebook } from "../../../test/world/plans.ts";
import { randomOf } from "../records/random.ts";
import { answerText, requestText, returnText, type Voice, voiceOf } from "./write.ts";

const rows = plansRulebook.rows.category ?? [];
const names = new Map(rows.map((row) => [row.key, row.value.name]));
const voices = rows.flatMap(({ value }) => (value.parent ? [voiceOf(value.name, names.get(value.parent)!)] : []));
const places = ["甲区一街道", "乙县二镇", ""];

function texts(voice: Voice, type: string, count: number): string[] {
  const random = randomOf(5, voice.name + type);
  const scene = (at: number) => ({ random, place: places[at % places.length]! });
  return Array.from({ length: count }, (_, at) => requestText(voice, voices[at % voices.length]!, type, scene(at)));
}
const shareDistinct = (list: string[]) => new Set(list).size / list.length;

describe("编写诉求文字", () => {
  it.each(["咨询", "求助", "投诉"])("同一小类的一万件%s，不同的文字不少于百分之九十五", (type) => {
    for (const name of ["疫情等突发公共卫生事件", "社会保险", "高速ETC", "没有题材的小类"])
      expect(shareDistinct(texts(voiceOf(name, ""), type, 10_000)), name).toBeGreaterThanOrEqual(0.95);
  });

  it("没有可能是电话号码的数字，没有填不上的空位", () => {
    for (const voice of voices)
      for (const type of ["咨询", "求助", "建议", "表扬", "无效"]) {
        const said = [...texts(voice, type, 60), answerText(voice, { random: randomOf(1, voice.name), place: "甲区" })];
        said.push(returnText(voice, { random: randomOf(2, voice.name), place: "甲区" }));
        for (const text of said) {
          expect(text).not.toMatch(/\d{5}/);
          expect(text).not.toMatch(/[{}]|undefined/);
        }
      }
  });

  it("有错别字、口语和混合诉求", () => {
    const all = voices.flatMap((voice) => texts(voice, "求助", 200)).join("\n");
    for (const word of ["以经", "反应", "哎，", "另外，"]) expect(all).toContain(word);
  });

  it("最长的词决定题材：社会保障卡不是社会保险", () => {
    expect(voiceOf("社会保障卡", "").facts).not.toBe(voiceOf("社会保险", "").facts);
    expect(texts(voiceOf("社会保障卡", ""), "求助", 50).join("")).toContain("社保卡");
  });
});

it("小类名里的花括号照印，不当作空位", () => {
  const voice = voiceOf("新式{地}{x}诉求", "其他");
  expect(texts(voice, "求助", 60).some((text) => text.includes("新式{地}{x}诉求"))).toBe(true);
});
