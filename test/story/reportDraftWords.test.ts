import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { oneDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import type { Story } from "../world/matter.ts";
import { drafting, toldOnce } from "../world/reportDraft.ts";

/** 写进底稿的话: what is hidden, what counts as written, what a number may be printed as. */
oneDatabase((open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await toldOnce(hotline);
  });

  const { draft, write } = drafting(() => story);

  it("只有看不见的字符，等于没有写：标题不能这样空着", async () => {
    const { name } = (await draft()).body.blocks.find(({ kind }: { kind: string }) => kind === "heading");
    expect((await write("office", name, ["\u200b\u2060"], 0)).body.code).toBe("headingEmpty");
  });
}, books);
