/** 当事人又来电: what he says anew is what is read and found; a matter that is over is not written on any more. */
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { ofMatter, Story } from "../world/matter.ts";
import { picture } from "../world/picture.ts";

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
  });

  const rows = async (query = "", who = "agent") => (await story.people[who]!.get(`/requests${query}`)).body.rows;
  const found = async (words: string, who?: string) =>
    (await rows(`?q=${encodeURIComponent(words)}`, who)).map(({ id }: { id: string }) => id);
  const amend = (request: string, text: string) => story.change("agent", `/requests/${request}`, "amendment", { text });

  it("改过的内容：清单、检索、详情、弹屏、导出都是最近一次说的，原来的话不再搜到", async () => {
    const id = await story.accepted(ofMatter("三号楼电梯停运三天。"));
    await amend(id, "不是电梯，是水泵坏了。");
    await amend(id, "水泵已修好，现在是水管漏水，电话 13800001234。");
    expect(await rows()).toMatchObject([{ id, text: "水泵已修好，现在是水管漏水，电话 （电话略）。" }]);
    expect([await found("水管漏水"), await found("电梯停运"), await found("水泵坏了")]).toEqual([[id], [], []]);
    const { body } = await story.people.agent!.get(`/requests/${id}`);
    expect([body.text, body.amendments.length]).toEqual(["水泵已修好，现在是水管漏水，电话 （电话略）。", 2]);
    expect((await story.people.agent!.get("/callers?phone=13800001234")).body.requests).toMatchObject([
      { text: body.text },
    ]);
    expect((await story.people.agent!.get("/exports/requests.csv")).raw.toString()).toContain("现在是水管漏水");
  });

  it("派发以后改的，承办单位也读到、搜到新的", async () => {
    const order = await story.dispatched("housing", {}, ofMatter("三号楼电梯停运三天。"));
    const { request } = (await story.read("dispatcher", order)).body;
    await amend(request, "五号楼水管漏水。");
    expect(await rows("", "housing")).toMatchObject([{ id: request, text: "五号楼水管漏水。" }]);
    expect([await found("水管漏水", "housing"), await found("电梯停运", "housing")]).toEqual([[request], []]);
  });

  it("工单归档以后：修改和上传附件都不收，按钮灰着，说清怎么办", async () => {
    const order = await story.dispatched("housing");
    const { request } = (await story.read("dispatcher", order)).body;
    await story.handled("housing", order);
    await story.rated(order);
    await amend(request, "还想补充一句。");
    await story.say("followUp", order, "closing");

    const path = `/requests/${request}`;
    const { headers } = await story.people.agent!.get(path);
    const seen = { "if-match": String(headers.etag) };
    const refused = await story.people.agent!.post(`${path}/amendment`, { text: "又坏了。" }, seen);
    expect([refused.status, refused.body.code]).toEqual([409, "orderOpen"]);
    expect(refused.body.detail).toContain("登记新的诉求");
    for (const about of [path, `/orders/${order}`]) {
      const { status, body } = await story.people.agent!.post(`${about}/attachments`, picture, {
        "content-type": "application/octet-stream",
      });
      expect([about, status, body.detail]).toEqual([about, 409, expect.stringMatching(/。$/)]);
    }
    const { allowed } = (await story.people.agent!.get(path)).body;
    for (const action of ["amend", "attach"])
      expect(allowed.find((one: { action: string }) => one.action === action)).toMatchObject({ allowed: false });
    expect(hotline.faults).toEqual([]);
  });
}, books);
