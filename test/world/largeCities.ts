/** 任意的大城市: months of invented prefectures as figures files, with every table of the report; one whole number makes one. */
import type { MonthCounts, RequestCounts } from "../../src/domain/measure/counts.ts";
import type { FiguresFile } from "../../src/domain/measure/figures.ts";
import { monthFigures } from "../../src/domain/measure/monthFigures.ts";
import { toFile } from "../../src/domain/measure/toFile.ts";
import { assemble } from "../../src/domain/rule/inForce.ts";
import type { RuleRow } from "../../src/domain/rule/rulebook.ts";
import { books, codes, dice, MONTH, PLATFORM, row } from "./smallWorlds.ts";

type Dice = ReturnType<typeof dice>;

const DISTRICTS = "甲乙丙丁戊己庚辛壬癸";

interface Cast {
  units: string[];
  districts: { code: string; place: string }[];
  counties: string[];
  rows: RuleRow[];
}

function castOf(roll: Dice): Cast {
  const districts = Array.from({ length: 3 + roll(7) }, (_, at) => ({ code: `d${at}`, place: `${DISTRICTS[at]}区` }));
  const departments = Array.from({ length: 8 + roll(40) }, (_, at) => `u${at}`);
  const enterprises = Array.from({ length: roll(12) }, (_, at) => `e${at}`);
  const unitRow = (code: string, name: string, group: string, order: number) =>
    row("unit", code, { name, group, order, shortNames: [], listedWhenIdle: false });
  const counties = districts.slice(0, 2 + roll(districts.length - 2)).map(({ place }) => place);
  return {
    units: [...districts.map(({ code }) => code), ...departments, ...enterprises],
    districts,
    counties,
    rows: [
      row("unitGroup", "enterprise", { name: "公共服务企业", order: 3, rankedApart: false }),
      ...districts.map(({ code, place }, at) => unitRow(code, `${place}人民政府`, "district", at)),
      ...departments.map((code, at) => unitRow(code, `市第${at + 1}局`, "department", 100 + at)),
      ...enterprises.map((code, at) => unitRow(code, `第${at + 1}公司`, "enterprise", 200 + at)),
      ...districts.map(({ code, place }, at) =>
        row("place", `p${at}`, { name: place, parent: null, order: at, level: "district", unit: code }),
      ),
      ...counties.map((place, at) =>
        row("county", place, { name: place, order: at, unit: districts[at]?.code as string }),
      ),
    ],
  };
}

const part = (whole: number, of: number) => Math.floor((whole * of) / 1000);
const total = (rows: { count: number }[]) => rows.reduce((sum, one) => sum + one.count, 0);

/** Whole numbers that add up to `whole`: few large ones, many small. */
function dealt(roll: Dice, whole: number, parts: number): number[] {
  const weights = Array.from({ length: parts }, (_, at) => Math.floor(10_000 / (1 + at)) + roll(1500));
  for (let at = parts - 1; at > 0; at--) {
    const other = roll(at);
    [weights[at], weights[other]] = [weights[other] as number, weights[at] as number];
  }
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const counts = weights.map((weight) => Math.floor((whole * weight) / sum));
  counts[roll(parts - 1)]! += whole - counts.reduce((all, count) => all + count, 0);
  return counts;
}

function ratings(roll: Dice, whole: number) {
  const satisfied = part(whole, 100 + roll(700));
  const dissatisfied = part(whole, roll(150));
  const neutral = part(whole - satisfied - dissatisfied, roll(400));
  return { satisfied, neutral, dissatisfied, noResponse: whole - satisfied - neutral - dissatisfied };
}

const TYPES = ["咨询", "求助", "投诉", "建议", "其他"];

function requestsOf(roll: Dice, accepted: number) {
  const types = TYPES.slice(0, 3 + roll(2));
  const sent = part(accepted, 80 + roll(250));
  const cells = (outcome: RequestCounts["outcome"], whole: number) =>
    dealt(roll, whole, codes.length).flatMap((count, at) =>
      dealt(roll, count, types.length).map((some, type) => {
        return { category: codes[at] as string, type: types[type] as string, outcome, count: some };
      }),
    );
  const pending = roll(2) === 0 ? roll(9) : 0;
  return [
    ...cells("dispatched", sent),
    ...cells("firstContact", accepted - sent - pending),
    ...cells("pending", pending),
  ].filter(({ count }) => count > 0);
}

function dispatchedOf(roll: Dice, requests: RequestCounts[], units: string[]) {
  const byCategory = codes.map((category) =>
    total(requests.filter((one) => one.outcome === "dispatched" && one.category === category)),
  );
  return byCategory.flatMap((count, at) => {
    const some = Array.from(
      { length: 1 + roll(Math.min(units.length, 9) - 1) },
      () => units[roll(units.length - 1)] as string,
    );
    const owners = [...new Set(some)];
    return dealt(roll, count, owners.length)
      .map((each, no) => ({ unit: owners[no] as string, category: codes[at] as string, count: each }))
      .filter((one) => one.count > 0);
  });
}

function followedOf(roll: Dice, units: string[], whole: number) {
  return dealt(roll, whole, units.length).map((followUps, at) => {
    const returnsRejected = followUps === 0 ? 0 : part(followUps, roll(30));
    return {
      unit: units[at] as string,
      validOrders: followUps,
      followUps,
      returnsRequested: returnsRejected,
      returnsAccepted: 0,
      returnsRejected,
      returnsLate: 0,
      onTime: followUps - part(followUps, roll(2) === 0 ? roll(120) : 0),
      informed: followUps - part(followUps, roll(1) === 0 ? roll(80) : 0),
      ...ratings(roll, followUps),
    };
  });
}

function countiesOf(roll: Dice, counties: string[], accepted: number): MonthCounts["counties"] {
  return counties.map((platform) => {
    const offered = 40 + roll(Math.ceil(accepted / 12));
    const answered = offered - part(offered, roll(300));
    const ratio = (share: number, most: number) => {
      const denominator = 1 + part(answered, share + roll(100));
      return { numerator: denominator - part(denominator, roll(most)), denominator };
    };
    return {
      platform,
      offered,
      answered,
      firstContact: ratio(600, 300),
      onTime: ratio(500, 30),
      followUp: ratio(80, 60),
      satisfaction: ratio(40, 200),
      accuracy: 3000 - 100 * roll(3),
    };
  });
}

function sheetsOf(roll: Dice, counties: string[]): MonthCounts["mysteryCalls"] {
  return counties.flatMap((platform) =>
    [0, 1, 2, 3].map(() => {
      const late = roll(9) === 0;
      return {
        platform,
        secondsToAnswer: late ? 20 : 8,
        voiceMenu: 1000 - 50 * roll(4),
        connection: late ? 500 : 1000,
        etiquette: 4000 - 50 * roll(20),
        knowledge: 3000 - 50 * roll(20),
        followUp: 1000 - 50 * roll(5),
      };
    }),
  );
}

function monthOf(roll: Dice, cast: Cast, accepted: number): MonthCounts {
  const requests = requestsOf(roll, accepted);
  const dispatched = dispatchedOf(roll, requests, cast.units);
  const followUps = part(total(dispatched), 800 + roll(190));
  const units = followedOf(roll, cast.units, followUps).filter((one) => one.followUps > 0);
  const unhappy = units.reduce((sum, one) => sum + one.dissatisfied, 0);
  const offered = accepted + part(accepted, roll(400));
  const answered = offered - part(offered, roll(200));
  const hot = roll(part(accepted, 90));
  const overdue = ["断网", "违章搭建", "噪音扰民", "停水"].slice(0, roll(4)).map((topic, at) => {
    return { unit: cast.units[cast.districts.length + (at % 3)] as string, topic, count: 1 + roll(30) };
  });
  return {
    month: MONTH,
    calls: { offered, answered, answeredWithin15s: answered - part(answered, roll(150)) },
    requests,
    mergedRepeats: 0,
    firstContactRatings: ratings(roll, total(requests.filter((one) => one.outcome === "firstContact"))),
    hotEvents:
      hot === 0 ? [] : [{ event: "寒潮停暖", count: hot, categories: [{ category: codes[0] as string, count: hot }] }],
    dispatched,
    units,
    dissatisfied: dealt(roll, unhappy, codes.length)
      .map((count, at) => ({ category: codes[at] as string, count }))
      .filter(({ count }) => count > 0),
    dueForFollowUp: followUps,
    followUpChannels: followUps > 0 ? [{ channel: "sms", count: 1 }] : [],
    overdue,
    overdueBefore: [],
    returns: { requested: 0, accepted: 0, rejected: 0, late: 0 },
    counties: countiesOf(roll, cast.counties, accepted),
    mysteryCalls: sheetsOf(roll, cast.counties),
    leaderDays: [],
    bulkReturns: [],
  };
}

/** 一个大城市的一个月: printed from counts that a seed makes; 2 000 to 90 000 requests. */
export function largeCity(seed: number): FiguresFile {
  const roll = dice(seed);
  const cast = castOf(roll);
  const accepted = [2000, 9000, 30_000, 90_000][roll(3)]! - roll(900);
  const counts = monthOf(roll, cast, accepted);
  const before = monthOf(roll, cast, accepted - part(accepted, roll(200)));
  const rulebook = assemble([...books, cast.rows]);
  const figures = monthFigures({ counts, before, rulebook, platform: PLATFORM, month: MONTH });
  return JSON.parse(JSON.stringify(toFile(figures))) as FiguresFile;
}
