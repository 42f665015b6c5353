import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { oneDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import type { Story } from "../world/matter.ts";
import { drafting, paragraph, toldOnce } from "../world/reportDraft.ts";

/** 写进底稿的话: what is hidden, what counts as written, what a number may be printed as. */
oneDatabase((open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await toldOnce(hotline);
  });

  const { draft, write, arrange } = drafting(() => story);

  it("案例一节里的号码，分成几截写、夹着看不见的字符写，都整个隐去", async () => {
    const pieces = ["来电人电话138", "1234", "5678，身份证430402", "19900", "10112", "34。"];
    const own = "difficultCases/own";
    const kept = paragraph(await write("office", own, pieces, 0), own);
    expect(kept.parts).toEqual(["来电人电话（电话略），身份证（证件号略）。"]);
    const unseen = ["来电人电话138\u200b1234\u00ad5678，自称欧阳\u2060测试。"];
    expect(paragraph(await write("office", own, unseen, 1), own).parts).toEqual(["来电人电话（电话略），自称欧阳某。"]);
  });

  it("只有看不见的字符，等于没有写：标题不能这样空着", async () => {
    const { name } = (await draft()).body.blocks.find(({ kind }: { kind: string }) => kind === "heading");
    expect((await write("office", name, ["\u200b\u2060"], 0)).body.code).toBe("headingEmpty");
  });

  it("数字块的印法要合那个数：件数不能印作环比，占比不能印作增减", async () => {
    const refused = async (figure: string, form: "monthOnMonth" | "movement" | "number") =>
      (await write("office", "calls/own", ["受理诉求", { figure, form, was: "" }, "。"], 0)).body.code;
    expect(await refused("requests.accepted", "monthOnMonth")).toBe("figureForm");
    expect(await refused("requests.byType[投诉].share", "movement")).toBe("figureForm");
    expect(await refused("requests.accepted", "number")).toBeUndefined();
  });

  it("印不到哪里去的一段、不是哪一节的一行目录，都不收", async () => {
    for (const nowhere of ["calls/没有这一处/own", "calls//own"])
      expect((await write("office", nowhere, ["自己写的。"], 0)).body.code, nowhere).toBe("notFound");
    for (const name of ["toString", "constructor", "__proto__"])
      expect((await arrange([{ name, on: true }], 0)).body.code, name).toBe("sectionUnknown");
  });

  it("一段至多两万字，再多的说一句", async () => {
    const { status, body } = await write("office", "calls/own", Array(5).fill("字".repeat(5_000)), 0);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain("至多两万字");
  });
}, books);
