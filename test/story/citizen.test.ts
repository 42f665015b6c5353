/** 市民端: what somebody without an account hands in, follows, adds to, takes back and rates. */
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { forgetExpired } from "../../src/store/access/forget.ts";
import { verifyLedger } from "../../src/store/ledger/verify.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";
import { picture } from "../world/picture.ts";

const given = {
  text: "三号楼电梯停运三天，请尽快修好。我的电话是 13800001234。",
  type: "投诉",
  category: "h1",
  place: "p-east",
  spot: "桂花小区三号楼",
  name: "欧阳测试",
  phone: "138 0000 1234",
};

interface Ticket {
  number: string;
  code: string;
}

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
  });

  const says = (noun: string, body: object) => hotline.nobody.post(`/citizen/${noun}`, body);
  const handIn = async (more: object = {}): Promise<Ticket> => {
    const { status, body } = await says("requests", { ...given, ...more });
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };
  const progress = async (ticket: Ticket) => (await says("progress", ticket)).body;
  const stepsOf = async (ticket: Ticket) =>
    (await progress(ticket)).steps.map(({ name, state }: { name: string; state: string }) => `${name} ${state}`);
  const idOf = async ({ number }: Ticket): Promise<string> =>
    (await hotline.db.query<{ id: string }>("select id from service_request where number = $1", [number]))[0]!.id;
  const dispatched = async (ticket: Ticket): Promise<string> =>
    (await story.change("dispatcher", `/requests/${await idOf(ticket)}`, "dispatch", { unit: "housing" })).body.id;
  const logged = async () =>
    (await story.people.administrator!.get("/access-log?limit=50")).body.rows
      .filter(({ role }: { role: string }) => role === "citizen")
      .map(({ operation }: { operation: string }) => operation)
      .reverse();

  it("反映一件事，得到编号和六位查询码；话务员看到的是网上来的诉求，当事人照样封着、遮着", async () => {
    const ticket = await handIn();
    expect(ticket).toEqual({ number: expect.stringMatching(/^\d+$/), code: expect.stringMatching(/^\d{6}$/) });
    const request = (await story.people.agent!.get(`/requests/${await idOf(ticket)}`)).body;
    expect(request).toMatchObject({ channel: "web", outcome: "pending", urgent: false, placeName: "东河区" });
    expect(request.text).toContain("具体地点：桂花小区三号楼");
    expect(request.text).not.toContain("13800001234");
    expect((await hotline.db.query("select from contact where sealed::text like '%13800001234%'")).length).toBe(0);
    expect((await story.people.agent!.get("/callers?phone=13800001234")).body.requests).toHaveLength(1);
    expect(hotline.faults).toEqual([]);
  });

  it("查询码不在任何一张表里；网络断了再交一次，还是那一件、那个码", async () => {
    const key = { "idempotency-key": "a-page's-own" };
    const first = await hotline.nobody.post("/citizen/requests", given, key);
    const again = await hotline.nobody.post("/citizen/requests", given, key);
    expect(again.body).toEqual(first.body);
    expect((await story.people.agent!.get("/requests")).body.total).toBe("1");
    const { code } = first.body;
    const tables = await hotline.db.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    for (const { name } of tables)
      expect(
        await hotline.db.query(`select from ${name} t where t::text ~ '(^|[^0-9])${code}([^0-9]|$)'`),
        name,
      ).toEqual([]);
  });

  it("进展是四步，说清谁在办、最迟何时；没有单位内部的话，没有个人信息", async () => {
    const ticket = await handIn();
    const first = await progress(ticket);
    expect(first.steps[1]).toMatchObject({
      name: "交办",
      state: "now",
      says: expect.stringContaining("最迟 10月11日"),
    });
    expect(first.text).not.toContain("13800001234");
    const order = await dispatched(ticket);
    expect((await progress(ticket)).steps[2].says).toBe("已交给市住建局，等它接手。");
    await story.say("housing", order, "acknowledgement");
    expect((await progress(ticket)).steps[2].says).toBe("市住建局正在办理，最迟 10月17日 周一 24:00 答复。");
    await story.say("housing", order, "return-request", { reason: "职责不符", text: "内部：应归城管局。" });
    await story.say("dispatcher", order, "return-acceptance", { to: null, text: null });
    const returned = await progress(ticket);
    expect(returned.steps[2].says).toBe("热线正在重新确定由哪个单位办理。");
    expect(JSON.stringify(returned)).not.toMatch(/退单|职责|内部|欧阳|1380000/);
    await story.say("dispatcher", order, "redispatch", { unit: "streets", basis: null, text: null });
    await story.handled("streets", order);
    const answered = await progress(ticket);
    expect(await stepsOf(ticket)).toEqual(["收到 done", "交办 done", "办理 done", "答复 now"]);
    expect(answered.answer).toBe("电梯已修复。");
    await story.rated(order);
    expect(await stepsOf(ticket)).toEqual(["收到 done", "交办 done", "办理 done", "答复 done"]);
    expect((await progress(ticket)).may.rate.sentence).toBe("您已经评价过了，谢谢。");
    expect(hotline.faults).toEqual([]);
  });

  it("过了期限如实说；不予受理说清该找谁；并单跟着那一件走", async () => {
    const late = await handIn();
    const order = await dispatched(late);
    await story.say("housing", order, "acknowledgement");
    hotline.at("2022-10-18T09:00:00+08:00");
    expect((await progress(late)).steps[2].says).toContain("已经超过，热线正在督促");
    const refused = await handIn();
    await story.change("agent", `/requests/${await idOf(refused)}`, "refusal", { reason: "诉讼", route: "litigation" });
    const end = await progress(refused);
    expect(end.steps.at(-1).says).toContain("请联系承办的机关");
    expect([end.may.amend.allowed, end.may.withdraw.allowed]).toEqual([false, false]);
    const repeat = await handIn();
    await story.change("agent", `/requests/${await idOf(repeat)}`, "merge", { into: await idOf(late) });
    const merged = await progress(repeat);
    expect(merged.steps[0].says).toContain("同一件事");
    expect(merged.steps[2].says).toContain("市住建局");
    expect(merged.may.amend.allowed).toBe(false);
  });

  it("补充：没派发的直接补上；派发了的还告知联络员；同一句话交两次只补一次", async () => {
    const ticket = await handIn();
    const more = { ...ticket, text: "二号楼的电梯也停了。" };
    expect((await says("amendments", more)).body.text).toContain("补充：二号楼的电梯也停了。");
    await says("amendments", more);
    const id = await idOf(ticket);
    const order = await dispatched(ticket);
    await says("amendments", { ...ticket, text: "有老人困在楼上。" });
    await says("amendments", { ...ticket, text: "已经联系物业。" });
    const { body } = await story.people.housing!.get(`/requests/${id}`);
    expect(body.amendments).toHaveLength(3);
    expect(body.text.split("\n").slice(1)).toEqual([
      "具体地点：桂花小区三号楼",
      "补充：二号楼的电梯也停了。",
      "补充：有老人困在楼上。",
      "补充：已经联系物业。",
    ]);
    const { notices } = (await story.read("housing", order)).body;
    expect(notices.map(({ kind }: { kind: string }) => kind)).toEqual(["amend"]);
    const found = await story.people.housing!.get(`/requests?q=${encodeURIComponent("困在楼上")}`);
    expect(found.body.rows.map(({ id: one }: { id: string }) => one)).toEqual([id]);
    expect(hotline.faults).toEqual([]);
  });

  it("撤回：没派发的当时撤单；派发了的告知联络员，等回执，再要求一次说明白", async () => {
    const early = await handIn();
    expect((await says("withdrawals", early)).body.steps.at(-1).says).toContain("已按您的要求撤回");
    expect((await story.people.agent!.get(`/requests/${await idOf(early)}`)).body.outcome).toBe("withdrawn");
    const ticket = await handIn();
    const order = await dispatched(ticket);
    await story.say("housing", order, "acknowledgement");
    const asked = await says("withdrawals", { ...ticket, text: "已经自己解决了。" });
    expect(asked.body.may.withdraw).toMatchObject({
      allowed: false,
      sentence: expect.stringContaining("正在和承办单位核对"),
    });
    expect((await says("withdrawals", ticket)).body.code).toBe("withdrawalAsked");
    const { notices } = (await story.read("housing", order)).body;
    expect(notices).toMatchObject([{ kind: "withdraw", receipt: null }]);
    await story.say("housing", order, "notice-answer", { no: 1, receipt: "confirmed", text: null });
    await story.say("agent", order, "withdrawal", { text: null });
    expect((await progress(ticket)).steps.at(-1).says).toContain("已按您的要求撤回");
    expect(hotline.faults).toEqual([]);
  });

  it("撤回：别人的诉求并入了这件，先反映的人撤不掉，派发前后都一样；热线也不能替他撤单", async () => {
    const [first, second] = [await handIn(), await handIn({ phone: "138 0000 5678" })];
    await story.change("dispatcher", `/requests/${await idOf(second)}`, "merge", { into: await idOf(first) });
    expect((await says("withdrawals", first)).body.code).toBe("sharedMatter");
    const pending = await story.people.agent!.get(`/requests/${await idOf(first)}`);
    expect(pending.body.outcome).toBe("pending");
    expect(pending.body.allowed).toContainEqual(expect.objectContaining({ action: "withdraw", refused: "noRepeats" }));
    const order = await dispatched(first);
    expect((await progress(first)).may.withdraw).toMatchObject({
      allowed: false,
      sentence: "还有人反映同一件事，热线会继续办理。",
    });
    expect((await says("withdrawals", first)).body.code).toBe("sharedMatter");
    await story.say("agent", order, "notice", { kind: "withdraw", text: "先反映的人来电要撤。" });
    expect((await story.tries("agent", order, "withdrawal", { text: null })).body).toMatchObject({
      code: "noRepeats",
      title: "有别的诉求并入了这件，不能撤单。",
    });
    expect(await stepsOf(second)).toEqual(["收到 done", "交办 done", "办理 now", "答复 later"]);
    expect(hotline.faults).toEqual([]);
  });

  it("评价：热线直接答复的，凭编号和查询码评一次", async () => {
    const ticket = await handIn();
    expect((await says("ratings", { ...ticket, rating: "satisfied" })).body.code).toBe("noRating");
    await story.change("agent", `/requests/${await idOf(ticket)}`, "resolution", { text: "物业已答复，明天修好。" });
    const answered = await progress(ticket);
    expect([answered.answer, answered.may.rate.allowed]).toEqual(["物业已答复，明天修好。", true]);
    expect((await says("ratings", { ...ticket, rating: "satisfied" })).status).toBe(200);
    expect((await says("ratings", { ...ticket, rating: "neutral" })).body.code).toBe("citizenRated");
  });

  it("照片：凭编号和查询码，一件事六张；不是照片的、码不对的都不收", async () => {
    const ticket = await handIn();
    const send = (body: unknown, code = ticket.code) =>
      hotline.nobody.post("/citizen/photos", body, {
        "content-type": "application/octet-stream",
        "x-request-number": ticket.number,
        "x-query-code": code,
        "x-file-name": encodeURIComponent("电梯.png"),
      });
    expect((await send(picture, "x")).body.code).toBe("queryCodeWrong");
    expect((await send(Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n"))).body.code).toBe("unsupportedType");
    const sent: number[] = [];
    for (let no = 0; no < 7; no += 1) sent.push((await send(picture)).status);
    expect(sent).toEqual([200, 200, 200, 200, 200, 200, 409]);
    expect((await progress(ticket)).photos).toBe(6);
    expect((await story.people.agent!.get(`/requests/${await idOf(ticket)}/attachments`)).body).toHaveLength(6);
    expect(hotline.faults).toEqual([]);
  });

  it("猜查询码：一个编号五次、一个地址二十次就锁；猜对了也要等；不知道的编号和错的码，说法一样", async () => {
    const ticket = await handIn();
    const wrong = { ...ticket, code: String((Number(ticket.code) + 1) % 1_000_000).padStart(6, "0") };
    const unknown = await says("progress", { number: "2022101099999999", code: "000000" });
    const guess = await says("progress", wrong);
    expect([guess.status, guess.body.code, guess.body.title]).toEqual([404, "queryCodeWrong", unknown.body.title]);
    for (let no = 0; no < 4; no += 1) await says("progress", wrong);
    expect((await says("progress", ticket)).body).toMatchObject({ status: 429, code: "queryCodeLocked" });
    for (let no = 0; no < 20; no += 1) await says("progress", { number: `9${no}`, code: "1" });
    hotline.at(hotline.now() + 16 * 60_000);
    expect((await says("progress", ticket)).status).toBe(200);
    for (let no = 0; no < 20; no += 1) await says("progress", { number: `8${no}`, code: "1" });
    expect((await says("progress", ticket)).body.code).toBe("queryCodeLocked");
    hotline.at(hotline.now() + 16 * 60_000);
    for (let no = 0; no < 30; no += 1) expect((await says("progress", ticket)).status).toBe(200);
  });

  it("别处的人乱猜一个编号，锁的是他那里，当事人照样查得到；从许多地方猜，二十次也锁", async () => {
    const ticket = await handIn();
    const wrong = { ...ticket, code: String((Number(ticket.code) + 1) % 1_000_000).padStart(6, "0") };
    const from = (network: number) => ({ "x-test-address": `203.0.113.${network}` });
    for (let no = 0; no < 8; no += 1) await hotline.nobody.post("/citizen/progress", wrong, from(1));
    expect((await hotline.nobody.post("/citizen/progress", ticket, from(1))).body.code).toBe("queryCodeLocked");
    expect((await says("progress", ticket)).status).toBe(200);
    for (let network = 2; network < 8; network += 1)
      for (let no = 0; no < 5; no += 1) await hotline.nobody.post("/citizen/progress", wrong, from(network));
    expect((await says("progress", ticket)).body.code).toBe("queryCodeLocked");
  });

  it("交得太快请他等一等；特殊字符、网页代码、太长的，用一句话说明", async () => {
    const reason = async (more: object) => {
      const { status, body } = await says("requests", { ...given, ...more });
      return [status, body.code, body.fields?.[0]?.message ?? body.title];
    };
    expect(await reason({ text: "<script>alert(1)</script>" })).toEqual([400, "invalid", "里面有网页代码，请只写文字"]);
    expect(await reason({ text: "看\u202e不见" })).toEqual([400, "invalid", "里面有看不见的特殊字符，请删掉再交"]);
    expect(await reason({ text: "电\u0007梯" })).toEqual([400, "invalid", "里面有看不见的特殊字符，请删掉再交"]);
    expect(await reason({ text: "长".repeat(2001) })).toEqual([400, "invalid", "写得太长，请不超过 2000 字"]);
    expect(await reason({ phone: "打我" })).toEqual([400, "invalid", "不是电话号码，请只写数字"]);
    expect(await reason({ type: "无效" })).toEqual([409, "typeUnknown", "没有这种诉求类型。"]);
    const codes: number[] = [];
    for (let no = 0; no < 8; no += 1) codes.push((await says("requests", given)).status);
    expect(codes).toContain(200);
    expect(codes.at(-1)).toBe(429);
    hotline.at(hotline.now() + 60_000);
    expect((await says("requests", given)).status).toBe(200);
    expect(hotline.faults).toEqual([]);
  });

  it("可选的类型没有“无效”；地区按名称找，最多二十个", async () => {
    const { body } = await hotline.nobody.get("/citizen/form");
    expect(body.types.map(({ key }: { key: string }) => key)).not.toContain("无效");
    expect(body.categories).toContainEqual({ key: "h1", name: "物业管理", of: "住房" });
    const districts = (await hotline.nobody.get("/citizen/places")).body;
    expect(districts).toEqual([{ code: "p-east", name: "东河区" }]);
    expect((await hotline.nobody.get(`/citizen/places?q=${encodeURIComponent("没有")}`)).body).toEqual([]);
  });

  it("每次看、每次改都在访问日志里；信息期满遗忘以后，编号和码也就查不到了；账本核得上", async () => {
    const ticket = await handIn();
    await progress(ticket);
    await progress({ ...ticket, code: "1" });
    await says("withdrawals", ticket);
    expect(await logged()).toEqual(["handInRequest", "followRequest", "followRefused", "withdrawAsCitizen"]);
    hotline.at("2040-01-01T09:00:00+08:00");
    await forgetExpired(hotline.db, hotline.platform.platform, await hotline.of.desk.rules(), hotline.now());
    expect((await says("progress", ticket)).body.code).toBe("queryCodeWrong");
    expect(await hotline.db.query("select from query_code")).toEqual([]);
    const { platform } = hotline.platform;
    expect((await verifyLedger(hotline.db, { platform, noted: null, progress: () => {} })).finding).toBe(null);
  });
}, books);
