import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { computeReport } from "../../src/api/report/compute.ts";
import { assembleReport } from "../../src/report/assemble.ts";
import { reportText } from "../../src/report/render/text.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";

interface Proposed {
  order: string;
  grounds: { ground: string }[];
  text: string;
  taken: boolean;
}
const on = (proposed: Proposed[], asked: string) =>
  proposed.find(({ grounds }) => grounds.some(({ ground }) => ground === asked))!;

/** An answer without its keys: their hexadecimal holds any three digits sooner or later. */
const words = (answer: unknown) => JSON.stringify(answer).replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "");

/** 案例: proposed from the ledger, written by a person, chosen for the month's report. */
eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;
  const ask = (path: string, who = "analyst") => story.people[who]!.get(path);
  const month = async () => (await ask("/report-cases?month=2022-10")).body;
  const printed = async () =>
    reportText(assembleReport(await computeReport(hotline.db, hotline.platform, "2022-10", hotline.now())));

  /** praised in the citizen's own words; sent round twice, the second time late; confidential and praised */
  const told = async () => {
    const praised = await story.dispatched("housing", {}, { text: "我是欧阳测试，电话13800001234，电梯停运。" });
    await story.handled("housing", praised);
    const rating = { channel: "phone", rating: "satisfied", solved: true, text: "欧阳测试感谢住建局，很快。" };
    await story.say("followUp", praised, "follow-up", rating);
    const secret = await story.dispatched("housing", {}, { confidential: true });
    await story.handled("housing", secret);
    await story.say("followUp", secret, "follow-up", rating);
    const returned = await story.dispatched("west");
    await story.say("west", returned, "acknowledgement");
    await story.say("west", returned, "return-request", { reason: "不属本区", text: "地点在东河区。" });
    await story.say("dispatcher", returned, "return-rejection", { text: "请办理。" });
    hotline.at("2022-10-18T09:00:00+08:00");
    await story.say("west", returned, "return-request", { reason: "不属本区", text: "再次说明。" });
    return { praised, returned, secret };
  };
  const take = (order: string, kind = "typical", who = "analyst") =>
    story.people[who]!.post("/report-cases", { month: "2022-10", kind, order });

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
  });

  it("账本里提得出：受表扬的、超期退单的、退单最多的、办得最久的，一件一条；经过写好，没有号码和全名；保密的不提", async () => {
    const { praised, returned, secret } = await told();
    const { proposed } = await month();
    const grounds = proposed.map((one: Proposed) => [one.order, ...one.grounds.map(({ ground }) => ground)]);
    expect(grounds).toHaveLength(3);
    expect(grounds).toEqual(
      expect.arrayContaining([
        [praised, "praised"],
        [praised, "longest"],
        [returned, "lateReturns", "mostReturned"],
      ]),
    );
    expect(JSON.stringify(proposed)).not.toMatch(new RegExp(`${secret}|欧阳测试|13800001234`));
    const good = on(proposed, "praised");
    expect(good).toMatchObject({ kindName: "典型案例", grounds: [{ groundName: "满意并有表扬的话" }], taken: false });
    expect(good.text).toContain("欧阳某感谢住建局");
    const hard = on(proposed, "lateReturns");
    expect(hard.text).toContain("申请退单2次，其中1次超过规定期限");
    expect((await take(secret)).body.code).toBe("confidential");
    expect((await ask("/report-cases?month=2022-10", "agent")).body.code).toBe("otherRole");
    expect(hotline.faults).toEqual([]);
  });

  it("写成案例、改写、选入：各稿都在，改写里的号码也隐去；月报印选中的，没有选的种类照账本写", async () => {
    const { praised, returned } = await told();
    const before = await printed();
    expect(before).toContain("办理物业管理诉求获市民认可");
    const { body } = await take(praised);
    expect(body).toMatchObject({ version: 1, chosen: false, title: "市住建局办理物业管理诉求获市民认可" });
    expect((await take(praised)).body).toMatchObject({ code: "caseTaken", title: "这一件已经写成典型案例。" });
    const path = `/report-cases/${body.id}`;
    const text = "欧阳测试反映电梯停运，来电13800001234。\n市住建局当日修复。";
    const revised = (await story.change("analyst", path, "revision", { title: "当日修好电梯", text })).body;
    expect(revised).toMatchObject({ version: 2, text: "欧阳某反映电梯停运，来电（电话略）。\n市住建局当日修复。" });
    expect(revised.wordings.map(({ no }: { no: number }) => no)).toEqual([2, 1]);
    expect(await printed()).toBe(before);
    await story.change("office", path, "choice", { chosen: true });
    const after = await printed();
    expect(after).toContain("当日修好电梯\n\n欧阳某反映电梯停运，来电（电话略）。\n\n市住建局当日修复。");
    expect(after).not.toContain("获市民认可");
    expect(after).toContain("西山区超期退单");
    const hard = (await take(returned, "difficult")).body;
    await story.change("analyst", `/report-cases/${hard.id}`, "choice", { chosen: true });
    await story.change("analyst", path, "choice", { chosen: false });
    expect(await printed()).toContain("获市民认可");
    const { kept, proposed } = await month();
    expect(kept.map(({ chosen }: { chosen: boolean }) => chosen)).toEqual([false, true]);
    expect(on(proposed, "praised").taken).toBe(true);
  });

  it("家、单位、门牌：账本提出来的没有，人写进去的存下时隐去，早先存下的也不再露出；印出来的都没有", async () => {
    const given = { text: "家在翠泰小区，单位在友谊中路124号，翠泰小区3栋201电梯停运，涉及30户，已20天。" };
    const order = await story.dispatched("housing", { topic: "翠泰小区3栋电梯" }, given);
    await story.handled("housing", order);
    const thanks = "住和平路12号3栋201的老人说谢谢。";
    await story.say("followUp", order, "follow-up", {
      ...{ channel: "phone", rating: "satisfied", solved: true, text: thanks },
    });
    const [good] = (await month()).proposed;
    const open = /3栋|201|12号|124|家在翠泰|友谊/;
    expect(words(good)).not.toMatch(open);
    expect(good.text).toContain("“家在（住址略），单位在（单位略），翠泰小区（门牌略）电梯停运，涉及30户，已20天”");
    expect(await printed()).not.toMatch(open);

    const { body } = await take(order);
    const path = `/report-cases/${body.id}`;
    const text = "市民住东河区和平路12号3栋201，2022年10月3日反映建设路路灯不亮，停电30户、损失1200元。";
    const revised = (await story.change("analyst", path, "revision", { title: "修好3栋电梯", text })).body;
    expect(revised).toMatchObject({
      title: "修好（门牌略）电梯",
      text: "市民住（住址略），2022年10月3日反映建设路路灯不亮，停电30户、损失1200元。",
    });
    await story.change("office", path, "choice", { chosen: true });
    await hotline.db.query("update report_case_text set title = '3栋201', text = '家在翠泰小区。' where no = 2");
    expect(await printed()).toContain("（门牌略）\n\n家在（住址略）。");
    const answers = [(await ask(path)).body, await month()];
    expect(words(answers)).not.toMatch(open);
    expect(hotline.faults).toEqual([]);
  });

  it("工单自己的题目里有几栋几号的，月报列超期的时候也不印", async () => {
    const order = await story.dispatched("housing", { topic: "翠泰小区3栋电梯" });
    await story.say("housing", order, "acknowledgement");
    hotline.at("2022-11-30T09:00:00+08:00");
    const report = reportText(
      assembleReport(await computeReport(hotline.db, hotline.platform, "2022-10", hotline.now())),
    );
    expect(report).toContain("翠泰小区（门牌略）电梯");
  });

  it("两个人同时改：先到的成，后到的说刚被改过，看了最新的再改，两稿都在", async () => {
    const { praised } = await told();
    const { body } = await take(praised);
    const path = `/report-cases/${body.id}`;
    const revise = (who: string, title: string, version: number) =>
      story.people[who]!.post(`${path}/revision`, { title, text: "经过。" }, { "if-match": `"${version}"` });
    const both = await Promise.all([revise("office", "甲", 1), revise("analyst", "乙", 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const late = both.find(({ status }) => status === 412)!;
    expect(late.body).toMatchObject({ code: "versionConflict", title: "这个案例刚被别人改过。" });
    const [first, second] = both[0]!.status === 200 ? ["甲", "乙"] : ["乙", "甲"];
    expect((await revise("office", second!, 2)).status).toBe(200);
    const titles = (await ask(path)).body.wordings.map(({ title }: { title: string }) => title);
    expect(titles.slice(0, 2)).toEqual([second, first]);
    expect(titles).toHaveLength(3);
    expect((await story.people.office!.post(`${path}/choice`, { chosen: true })).status).toBe(428);
    expect(hotline.faults).toEqual([]);
  });
}, books);
