/** 满屋: a hotline with something at every workplace, and names and texts as long as they come. */
import { assumed, since } from "../../rulebook/row.ts";
import type { Role } from "../../src/domain/access/role.ts";
import { addMonths } from "../../src/domain/calendar/month.ts";
import { civilDateOf, localTime } from "../../src/domain/calendar/zone.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { migratedAt } from "./databases.ts";
import { ofMatter, Story } from "./matter.ts";
import type { Workplaces } from "./workplaces.ts";

const DAY = 86_400_000;
const SOURCE = "测试用虚构城市";

export const LONG = {
  unit: "云岭市人民政府住房和城乡建设局物业管理与房屋安全监督服务中心",
  category: "住宅小区电梯停运、困人、维保不到位以及加装电梯的补贴申领",
  place: "云岭市东河区高新技术产业开发区管理委员会桂花街道",
  county: "云岭市东河区政务服务便民热线县级平台",
  text: "三号楼二单元西侧电梯停运三天，物业说要等厂家寄配件，八楼住着两位坐轮椅的老人下不了楼，请尽快派人来看看并给一个准话。",
};

const unit = { name: LONG.unit, group: "department", order: 1, shortNames: [], listedWhenIdle: false };
const place = { name: LONG.place, parent: null, order: 1, level: "district", unit: "east" } as const;
const longNames = [
  assumed("unit", "housing", unit, SOURCE),
  assumed("category", "h1", { name: LONG.category, parent: "h", order: 1 }, SOURCE),
  assumed("place", "p-east", place, SOURCE),
  assumed("county", LONG.county, { name: LONG.county, order: 1, unit: "east" }, SOURCE),
].map((row) => since(row, "2022-01-01"));

/** 一处: an address and whose workplace it is. */
export interface At {
  role: Role;
  path: string;
  unit?: string;
}

/** a county's month that contradicts itself, objected to; a mystery call to it that is planned */
async function countyLaidOut({ hotline }: Workplaces): Promise<At[]> {
  const today = localTime(hotline.now(), hotline.platform.zone).slice(0, 7);
  const month = addMonths(today, -1);
  const at = `/county-reports/${month}/${encodeURIComponent(LONG.county)}`;
  const [county, inspector] = [await hotline.as("county", "east"), await hotline.as("inspector")];
  await county.post(at, { offered: 400, answered: 420 }, { "if-match": '"0"' });
  await inspector.post(`${at}/objections`, { finding: "impossible", text: LONG.text }, { "if-match": '"1"' });
  const plan = { month: addMonths(today, 1), county: LONG.county, calls: 4 };
  const { rows } = (await inspector.post("/mystery-plans", plan)).body;
  return [
    { role: "county", unit: "east", path: `/county?month=${month}` },
    { role: "office", path: `/county?month=${month}&county=${encodeURIComponent(LONG.county)}` },
    { role: "inspector", path: `/mystery?month=${plan.month}&call=${rows[0].id}` },
  ];
}

/** Lays it all out, and answers where it is to be seen. */
export async function fullHouse(house: Workplaces): Promise<At[]> {
  const { hotline } = house;
  await addRules(hotline.db, ownBook(hotline.platform.platform), longNames, "operator", migratedAt);
  const now = hotline.now();
  hotline.at(now - 40 * DAY);
  house.story = await Story(hotline);
  const { say, dispatched, handled, change } = house.story;
  const text = { text: LONG.text };
  const returnedBy = async (who: string, order: string) => {
    await say(who, order, "acknowledgement");
    await say(who, order, "return-request", { reason: "不归本单位", text: LONG.text });
  };
  const lying = await dispatched("housing", {}, text);
  await say("housing", lying, "acknowledgement");
  const convened = await dispatched("housing", {}, text);
  await returnedBy("housing", convened);
  await say("dispatcher", convened, "return-acceptance", { to: { unit: "streets" }, text: null });
  await returnedBy("streets", convened);
  await say("dispatcher", convened, "arbitration", { text: LONG.text });
  hotline.at(now - 7 * DAY);
  const resolved = await dispatched("housing", {}, text);
  await handled("housing", resolved);
  const rated = await dispatched("housing", {}, text);
  await handled("housing", rated);
  await house.story.rated(rated);
  hotline.at(now);
  house.story = await Story(hotline);
  await dispatched("housing", {}, text);
  // a long limit: as many days as there may be
  const inHand = await dispatched("housing", { complex: true }, text);
  await say("housing", inHand, "acknowledgement");
  const returned = await dispatched("housing", {}, text);
  await returnedBy("housing", returned);
  const pending = await house.story.accepted(ofMatter(LONG.text));
  const once = await house.story.accepted(ofMatter(LONG.text));
  await change("agent", `/requests/${once}`, "resolution", { text: LONG.text });
  const article = { title: LONG.category, answer: LONG.text, text: LONG.text, materials: "", unit: "housing" };
  const dated = { source: `${LONG.unit}〔2022〕8号`, from: "2022-01-01", until: null };
  const { body } = await house.story.people.office!.post("/articles", { ...article, ...dated });
  // what is scored, heard by a leader, and may become a case
  const month = civilDateOf(now, hotline.platform.zone).slice(0, 7);
  const day = await house.story.people.office!.post("/leader-days", {
    ...{ date: civilDateOf(now, hotline.platform.zone), unit: "housing", post: LONG.unit, seat: "demo-agent" },
  });
  await change("agent", `/leader-days/${day.body.id}`, "start");
  await dispatched("housing", {}, text);
  const liaison = { role: "liaison", unit: "housing" } as const;
  return [
    ...(await countyLaidOut(house)),
    { role: "agent", path: "/calls" },
    { role: "agent", path: `/knowledge?article=${body.id}` },
    { role: "dispatcher", path: `/dispatch?open=${pending}` },
    { role: "dispatcher", path: `/dispatch?queue=returns&open=${returned}` },
    { ...liaison, path: "/unit" },
    { ...liaison, path: `/unit?queue=handle&order=${inHand}` },
    { role: "followUp", path: `/follow-ups?order=${resolved}` },
    { role: "supervisor", path: "/supervision" },
    { role: "leader", path: "/cockpit" },
    { role: "leader", path: "/wall" },
    { role: "analyst", path: "/audit" },
    { role: "office", path: `/reports?draft=${new Date(now).toISOString().slice(0, 7)}` },
    { role: "inspector", path: "/inspection" },
    { role: "office", path: `/office?open=${convened}` },
    { role: "office", path: "/office?queue=told" },
    { role: "administrator", path: "/admin?part=people&person=demo-housing" },
    { role: "administrator", path: "/admin?part=units&kind=unit&key=housing" },
    { role: "administrator", path: "/admin?part=log" },
    { role: "analyst", path: `/scores?month=${month}&of=units&who=housing` },
    { role: "office", path: "/scores?part=card&key=countyComposite" },
    { role: "office", path: `/leader-days?day=${day.body.id}&write=new` },
    { role: "analyst", path: `/cases?month=${month}` },
  ];
}
