import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";
import { picture } from "../world/picture.ts";

const upload = (name: string) => ({
  "content-type": "application/octet-stream",
  "x-file-name": encodeURIComponent(name),
});

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
  });

  it("承办单位上传照片：按内容认类型，名称里的路径去掉，原样取回；经过里有这一步", async () => {
    const order = await story.dispatched("housing");
    const { housing, dispatcher } = story.people;
    const sent = await housing!.post(`/orders/${order}/attachments`, picture, upload("..\\现场/修好.jpg"));
    expect(sent.body).toMatchObject({ name: "修好.jpg", type: "image/png", size: picture.length });
    expect(sent.body.digest).toMatch(/^[0-9a-f]{64}$/);
    const back = await dispatcher!.get(`/attachments/${sent.body.id}`);
    expect(back.raw.equals(picture)).toBe(true);
    expect(back.headers["content-disposition"]).toContain("attachment");
    expect((await story.trail("dispatcher", order)).at(-1)).toMatchObject({ term: "上传附件" });
  });

  it("不收的：空的、不认识的、改了名的网页", async () => {
    const order = await story.dispatched("housing");
    const send = async (content: Buffer, name: string) =>
      (await story.people.housing!.post(`/orders/${order}/attachments`, content, upload(name))).body.code;
    expect(await send(Buffer.alloc(0), "空.png")).toBe("invalid");
    expect(await send(Buffer.from("<script>alert(1)</script>"), "照片.png")).toBe("unsupportedType");
    const json = await story.people.housing!.post(`/orders/${order}/attachments`, { not: "a file" });
    expect(json.body.code).toBe("unsupportedType");
    expect((await story.people.housing!.get(`/orders/${order}/attachments`)).body).toEqual([]);
  });

  it("别的单位传不上、列不出、凭编号也取不到", async () => {
    const order = await story.dispatched("housing");
    const { housing, west } = story.people;
    const { body } = await housing!.post(`/orders/${order}/attachments`, picture, upload("一.png"));
    expect((await west!.post(`/orders/${order}/attachments`, picture, upload("二.png"))).status).toBe(404);
    const nobodys = "01840000-0000-7000-8000-000000000000";
    for (const noun of ["orders", "requests"])
      expect((await west!.get(`/${noun}/${nobodys}/attachments`)).body.code, noun).toBe("notFound");
    expect((await west!.get(`/orders/${order}/attachments`)).body.code).toBe("notFound");
    expect((await housing!.get(`/orders/${order}/attachments`)).body).toHaveLength(1);
    expect((await west!.get(`/attachments/${body.id}`)).status).toBe(404);
    expect(hotline.faults).toEqual([]);
  });
}, books);
