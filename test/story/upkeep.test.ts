import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { sealing } from "../../src/jobs/sealing.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import { keys, retention, searchable } from "../../src/jobs/upkeep.ts";
import { holdRules } from "../../src/store/ruleHistory.ts";
import { type BackOffice, backOffice } from "../world/backOffice.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { matter, Story } from "../world/matter.ts";
import { picture } from "../world/picture.ts";

eachDatabase((name, open) => {
  let hotline: Hotline;
  let story: Story;
  let back: BackOffice;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
    back = backOffice(hotline);
  });

  const count = async (table: string) =>
    (await hotline.db.query<{ n: number }>(`select count(*)::integer as n from ${table}`))[0]!.n;

  /** Until it holds: what follows the ledger waits for older transactions, and other test files have theirs on the same server. */
  const follow = async (holds: () => Promise<boolean>, ...jobs: Parameters<typeof back.run>) => {
    for (await back.run(...jobs); !(await holds()); await back.run(...jobs))
      await new Promise((resolve) => setImmediate(resolve));
  };

  it("封印、全文、重复请求记录：都在后台跟上", async () => {
    const order = await story.dispatched("housing");
    await follow(async () => (await count("seal")) === (await count("event")), sealing);
    const wordless = "update unit_request set words = null";
    const found = async () =>
      (await story.people.housing!.get(`/requests?q=${encodeURIComponent(matter.text.slice(0, 2))}`)).body.rows
        .length === 1;
    await hotline.db.query("delete from request_text");
    await hotline.db.query(wordless);
    expect(await found()).toBe(false);
    await follow(async () => (await count("request_text")) === 1, searchable);
    expect(await found()).toBe(true);
    // dispatched while they were entered: neither saw the other
    await hotline.db.query(wordless);
    await hotline.db.query("delete from words_entered");
    await backOffice(hotline).run(searchable);
    await follow(found, searchable);
    const { headers } = await story.read("housing", order);
    const once = { "if-match": String(headers.etag), "idempotency-key": "k1" };
    await story.people.housing!.post(`/orders/${order}/acknowledgement`, {}, once);
    expect(await count("idempotency")).toBe(1);
    hotline.at("2022-10-11T09:00:01+08:00");
    await back.run(keys);
    expect(await count("idempotency")).toBe(0);
  });

  it("看过的账本不再从头看：换一个后台进程，只补后来成批装入的", async () => {
    await story.accepted();
    await follow(async () => (await count("words_entered")) === 1, searchable);
    await hotline.db.query("delete from request_text");
    const anew = backOffice(hotline);
    await anew.run(searchable);
    expect(await count("request_text")).toBe(0);
    const later = await story.accepted();
    await hotline.db.query("delete from request_text");
    await follow(async () => (await count("request_text")) > 0, searchable);
    expect(await hotline.db.query("select request from request_text")).toEqual([{ request: later }]);
    expect(anew.failures).toEqual([]);
  });

  it("期满遗忘在后台：个人信息没有了，剩下的文字仍找得到；附件的内容一并删除", async () => {
    const { agent, office, housing } = story.people;
    const plain = await story.accepted({ ...matter, text: "我是欧阳测试，三号楼电梯停运三天。" });
    await story.change("agent", `/requests/${plain}`, "resolution", { text: "已答复。" });
    const order = await story.dispatched("housing");
    const headers = { "content-type": "application/octet-stream", "x-file-name": "a.png" };
    const { digest } = (await housing!.post(`/orders/${order}/attachments`, picture, headers)).body;
    const { place } = hotline.of.desk.attachments;
    expect(await place.get(digest)).not.toBe(null);
    const { request } = (await story.read("dispatcher", order)).body;
    await story.handled("housing", order);
    await story.rated(order);
    await back.run(sweep);
    hotline.at("2025-10-11T00:00:00+08:00");
    await back.run(retention);
    expect((await office!.get(`/requests/${plain}/contact`)).body.name).toBe(null);
    const found = async () =>
      (await agent!.get(`/requests?q=${encodeURIComponent("电梯停运")}`)).body.rows
        .map(({ id }: { id: string }) => id)
        .sort();
    await follow(async () => (await found()).length === 2, searchable);
    expect(await found()).toEqual([plain, request].sort());
    hotline.at("2027-10-11T00:00:00+08:00");
    await back.run(retention);
    hotline.at("2027-10-11T01:00:00+08:00");
    await back.run(retention);
    expect([await place.get(digest), await count("leftover_file")]).toEqual([null, 0]);
  });

  /** an attachment of a matter that has long ended, forgotten just now */
  const forgottenFile = async (): Promise<string> => {
    const id = await story.accepted();
    const headers = { "content-type": "application/octet-stream", "x-file-name": "a.png" };
    const { digest } = (await story.people.agent!.post(`/requests/${id}/attachments`, picture, headers)).body;
    await story.change("agent", `/requests/${id}`, "resolution", { text: "已答复。" });
    hotline.at("2027-10-11T00:00:00+08:00");
    await back.run(retention);
    expect(await count("leftover_file")).toBe(1);
    hotline.at("2027-10-11T02:00:00+08:00");
    return digest;
  };
  const upload = async () => {
    const headers = { "content-type": "application/octet-stream", "x-file-name": "b.png" };
    return story.people.agent!.post(`/requests/${await story.accepted()}/attachments`, picture, headers);
  };

  it("清除附件的内容时死在中途：还剩什么有记录，下次接着清除", async () => {
    const digest = await forgottenFile();
    const { place } = back.worker.attachments;
    const dying = { ...place, remove: () => Promise.reject(new Error("killed")) };
    const worker = { ...back.worker, attachments: { ...back.worker.attachments, place: dying } };
    await expect(retention.run(worker, new AbortController().signal)).rejects.toThrow("killed");
    expect([await place.get(digest), await count("leftover_file")]).toEqual([expect.anything(), 1]);
    await back.run(retention);
    expect([await place.get(digest), await count("leftover_file")]).toEqual([null, 0]);
  });

  it("忘掉以后又有人上传同样的文件：文件留着；正在清除时上传的，请他稍后再传", async () => {
    const digest = await forgottenFile();
    expect((await upload()).status).toBe(200);
    await back.run(retention);
    expect(await back.worker.attachments.place.get(digest)).not.toBe(null);
    await hotline.db.query("insert into leftover_file values ($1, $2, '2027-01-01Z', true)", [
      hotline.platform.platform,
      digest,
    ]);
    expect((await upload()).body.code).toBe("storeBusy");
  });

  it("封印时账本的行被别人占着：占的人走了就接着封，不等下一件事", async () => {
    await story.dispatched("housing");
    const sealed = async () => (await count("seal")) === (await count("event"));
    const held = hotline.db.transaction(async (tx) => {
      await holdRules(tx, hotline.platform.platform);
      if (name === "PostgreSQL") await back.run(sealing);
    });
    await held;
    await follow(sealed, sealing);
    expect(await sealed()).toBe(true);
  });
}, books);
