import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { record } from "../../src/store/record.ts";
import { EAST, said, twoCounties, verifiedIn, whole } from "../world/countyStory.ts";
import { eachDatabase } from "../world/databases.ts";
import type { Answer, Hotline, Person } from "../world/hotline.ts";

/** 准确度的评定: given to one edition; numbers that changed since, or an objection upheld, open it again. */
eachDatabase((_, open) => {
  let hotline: Hotline;
  let east: Person;
  let inspector: Person;
  let office: Person;

  beforeEach(async () => {
    ({ hotline, east, inspector, office } = await twoCounties(open));
  });

  const verified = () => verifiedIn(hotline);

  it("评定以后又改了数：评定不再作数，要重新评定；各版的变动和评定都留着；数没有变的，评定照旧", async () => {
    await said(east, "", whole);
    await said(office, "/accuracy", { points: 3000, text: "核对无误。" });
    const again = await said(east, "", whole);
    expect(again).toMatchObject({ state: "judged", accuracy: 3000, edition: 2, version: 3 });
    const firstContact = { numerator: 260, denominator: 380 };
    hotline.at(hotline.now() + 60_000);
    const changed = await said(east, "", { ...whole, firstContact });
    expect(changed).toMatchObject({ state: "reopened", stateName: "待重新评定", accuracy: null, edition: 3 });
    expect(changed.deliveries.map(({ no, verdicts }: Answer["body"]) => [no, verdicts.length])).toEqual([
      [3, 0],
      [2, 0],
      [1, 1],
    ]);
    expect(changed.deliveries[2].verdicts[0]).toMatchObject({ points: 3000, text: "核对无误。" });
    const [sheet] = (await office.get("/county-months/2022-09")).body.counties;
    expect(sheet).toMatchObject({ accuracy: null, firstContactRate: { numerator: 260 } });
    const notices = (await office.get("/notices")).body.rows.map(({ sentence }: { sentence: string }) => sentence);
    expect(notices[0]).toBe("东河平台2022年9月的月报已更正，准确度要重新评定。");
    const judged = await said(office, "/accuracy", { points: 2500, text: "在线办结原来多报了。" });
    expect(judged).toMatchObject({ state: "judged", accuracy: 2500, verdict: { text: "在线办结原来多报了。" } });
    expect(judged.deliveries.map(({ verdicts }: Answer["body"]) => verdicts.length)).toEqual([1, 0, 1]);
    await verified();
  });

  it("准确度是随数导入的，改了数也要重新评定，原来的分留在那一版", async () => {
    const { rows } = (await office.get("/county-reports?month=2022-09")).body;
    expect(rows[0].state).toBe("missing");
    const data = { month: "2022-09", county: "东河平台", ...whole, days: [], accuracy: 3000 };
    const event = {
      ...{ subject: "countyMonth" as const, id: "01840000-0000-7000-8000-00000000c001", version: 1 },
      ...{ kind: "countyReported" as const, at: hotline.now(), by: "import", data },
    };
    await record(hotline.db, hotline.platform.platform, { events: [event], contacts: [], texts: [] }, hotline.now());
    expect((await office.get(EAST)).body).toMatchObject({ state: "judged", accuracy: 3000 });
    const changed = await said(east, "", { ...whole, answered: 380 });
    expect(changed).toMatchObject({ state: "reopened", accuracy: null, verdict: null });
    expect(changed.deliveries.map(({ accuracy }: Answer["body"]) => accuracy)).toEqual([null, 3000]);
    // told what is the case and what to do, however often it is corrected
    hotline.at(hotline.now() + 60_000);
    await said(east, "", { ...whole, answered: 370 });
    const notices = (await office.get("/notices")).body.rows.map(({ sentence }: { sentence: string }) => sentence);
    const told = "东河平台2022年9月的月报已更正，导入的准确度 30.00 分是给更正前的数的，不再作数，请重新评定。";
    expect(notices).toEqual([told, told]);
    await verified();
  });

  it("评定以后异议成立：评定不再作数，告诉热线办要重新评定；不成立的，评定照旧", async () => {
    await said(east, "", whole);
    await said(office, "/accuracy", { points: 3000, text: "无误。" });
    await said(inspector, "/objections", { text: "接通来电多报。" });
    await said(inspector, "/objections", { text: "受理诉求多报。" });
    await said(east, "/objections/1/answer", { text: "属实。" });
    await said(east, "/objections/2/answer", { text: "确实多报。" });
    const dropped = await said(inspector, "/objections/1/settlement", { upheld: false, text: "不成立。" });
    expect(dropped).toMatchObject({ state: "objected", accuracy: 3000 });
    const heard = async () => (await office.get("/notices")).body.rows.map((one: Answer["body"]) => one.sentence);
    expect(await heard()).toHaveLength(2);
    const upheld = await said(inspector, "/objections/2/settlement", { upheld: true, text: "成立。" });
    expect(upheld).toMatchObject({ state: "reopened", accuracy: null, proposed: { points: 2500 } });
    expect(await heard()).toContain("东河平台2022年9月月报的异议 2 已处理：成立，准确度要重新评定。");
    const [sheet] = (await office.get("/county-months/2022-09")).body.counties;
    expect(sheet.accuracy).toBeNull();
    expect(await said(office, "/accuracy", { points: 2500, text: "一处错。" })).toMatchObject({ state: "judged" });
    await verified();
  });
}, books);
