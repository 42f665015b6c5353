/**
 * 指标目录: every leaf of a figures file, what it means and how it was counted. The one table between the file's shape and
 * the measures: figures are built by it, printed by it and compared by it.
 */
import type { Cohort, LeafKind, Line } from "./leaf.ts";
import { REPORT_LINES } from "./reportCatalogue.ts";

export interface CatalogueRow {
  path: string;
  measure: string;
  kind: LeafKind;
  cohort: Cohort;
  /** `--compare`: whether the leaf is compared, or belongs to the published file alone */
  compared: boolean;
  /** 无工单或无人评价时印作 0.00% 而数据为空 */
  zeroWhenEmpty?: boolean;
}

const HEAD: Line[] = [
  ["platform", "platform", "name"],
  ["period", "period", "month"],
];

const CALLS: Line[] = [
  ["calls.offered", "calls.offered", "count", "offered"],
  ["calls.offeredMoM", "calls.offered", "change", "offered"],
  ["calls.answerRate", "calls.answerRate", "percent", "offered"],
  ["calls.answerRateMoM", "calls.answerRate", "points", "offered"],
  ["calls.answeredWithin15s", "calls.answeredWithin15s", "percent", "offered"],
];

const REQUESTS: Line[] = [
  ["requests.accepted", "requests.accepted", "count", "accepted"],
  ["requests.byType[].type", "requests.byType", "name", "accepted"],
  ["requests.byType[].count", "requests.byType", "count", "accepted"],
  ["requests.byType[].share", "requests.byType", "percent", "accepted"],
  ["topCategories[].category", "requests.topCategories", "name", "accepted"],
  ["topCategories[].count", "requests.topCategories", "count", "accepted"],
  ["topCategories[].share", "requests.topCategories", "percent", "accepted"],
  ["topSubcategories[].subcategory", "requests.topSubcategories", "name", "accepted"],
  ["topSubcategories[].count", "requests.topSubcategories", "count", "accepted"],
  ["hotEvent.event", "requests.hotEvent", "name", "accepted"],
  ["hotEvent.count", "requests.hotEvent", "count", "accepted"],
  ["hotEvent.share", "requests.hotEvent", "percent", "accepted"],
  ["districtsTop3[].place", "orders.placeTopics", "name", "dispatched"],
  ["districtsTop3[].top[].topic", "orders.placeTopics", "name", "dispatched"],
  ["districtsTop3[].top[].share", "orders.placeTopics", "percent", "dispatched"],
  ["unitsTop3[].unit", "orders.unitTopics", "name", "dispatched"],
  ["unitsTop3[].top[].topic", "orders.unitTopics", "name", "dispatched"],
  ["unitsTop3[].top[].share", "orders.unitTopics", "percent", "dispatched"],
  ["civilizedCity.count", "requests.civilizedCity", "count", "accepted"],
  ["civilizedCity.groups[].group", "requests.civilizedCity", "name", "accepted"],
  ["civilizedCity.groups[].items[]", "requests.civilizedCity", "name", "accepted"],
];

const HANDLING: Line[] = [
  ["handling.accepted", "requests.accepted", "count", "accepted"],
  ["handling.firstContact", "requests.firstContact", "count", "acceptedFirstContact"],
  ["handling.dispatched", "requests.dispatched", "count", "acceptedDispatched"],
  ["handling.overallSatisfaction", "overall.satisfactionRate", "percent", "rated"],
  ["handling.firstContactSatisfaction", "firstContact.satisfactionRate", "percent", "ratedFirstContact"],
  ["handling.followUpSatisfaction", "followUp.satisfactionRate", "percent", "followUp"],
  ["handling.firstContactRate", "requests.firstContactRate", "percent", "accepted"],
  ["handling.firstContactRateMoM", "requests.firstContactRate", "points", "accepted"],
  ["handling.dispatchedMoM", "requests.dispatched", "change", "acceptedDispatched"],
  ["handling.onTimeRate", "orders.onTimeRate", "percent", "followUp"],
  ["handling.onTimeRateMoM", "orders.onTimeRate", "points", "followUp"],
  ["handling.firstContactHot[].category", "requests.firstContactHot", "name", "acceptedFirstContact"],
  ["handling.firstContactHot[].topics[]", "requests.firstContactHot", "name", "acceptedFirstContact"],
  ["handling.dispatchedHot[].category", "orders.dispatchedHot", "name", "dispatched"],
  ["handling.dispatchedHot[].topic", "orders.dispatchedHot", "name", "dispatched"],
  ["handling.dispatchedHot[].count", "orders.dispatchedHot", "count", "dispatched"],
];

const FOLLOW_UP: Line[] = [
  ["followUp.channel", "followUp.channel", "word", "followUp"],
  ["followUp.followUps", "followUp.total", "count", "followUp"],
  ["followUp.units", "followUp.units", "count", "followUp"],
  ["followUp.satisfied", "followUp.satisfied", "count", "followUp"],
  ["followUp.neutral", "followUp.neutral", "count", "followUp"],
  ["followUp.noResponse", "followUp.noResponse", "count", "followUp"],
  ["followUp.dissatisfied", "followUp.dissatisfied", "count", "followUp"],
  ["followUp.satisfactionRate", "followUp.satisfactionRate", "percent", "followUp"],
  ["followUp.dissatisfiedTop[].topic", "followUp.dissatisfiedTop", "name", "dissatisfied"],
  ["followUp.dissatisfiedTop[].count", "followUp.dissatisfiedTop", "count", "dissatisfied"],
  ["followUp.dissatisfiedTop[].share", "followUp.dissatisfiedTop", "percent", "dissatisfied"],
  ["openOverdue.total", "orders.openOverdue", "count", "stock"],
  ["openOverdue.byUnit[].unit", "orders.openOverdue", "name", "stock"],
  ["openOverdue.byUnit[].count", "orders.openOverdue", "count", "stock"],
  ["openOverdue.byUnit[].topics[]", "orders.openOverdue", "name", "stock"],
];

const COUNTIES: Line[] = [
  ["countyPlatforms.offered", "counties.offered", "count", "county"],
  ["countyPlatforms.offeredMoM", "counties.offered", "change", "county"],
  ["countyPlatforms.byPlatform[].platform", "counties.offered", "name", "county"],
  ["countyPlatforms.byPlatform[].offered", "counties.offered", "count", "county"],
  ["countyPlatforms.answerRate", "counties.answerRate", "percent", "county"],
  ["countyPlatforms.firstContactRate", "counties.firstContactRate", "percent", "county"],
  ["countyPlatforms.onTimeRate", "counties.onTimeRate", "percent", "county"],
  ["countyPlatforms.followUpRate", "counties.followUpRate", "percent", "county"],
  ["countyPlatforms.satisfactionRate", "counties.satisfactionRate", "percent", "county"],
  ["countyPlatforms.mysteryCalls.callsEach", "mysteryCalls.callsEach", "count", "mysteryCall"],
  ["countyPlatforms.mysteryCalls.answeredAfter15s[].platform", "mysteryCalls.answeredAfter15s", "name", "mysteryCall"],
  ["countyPlatforms.mysteryCalls.answeredAfter15s[].count", "mysteryCalls.answeredAfter15s", "count", "mysteryCall"],
  ["leaderDay.date", "leaderDay.date", "date", "leaderDay"],
  ["leaderDay.unit", "leaderDay.unit", "name", "leaderDay"],
  ["leaderDay.calls", "leaderDay.calls", "count", "leaderDay"],
  ["bulkReturn.unit", "orders.bulkReturn", "name", "bulkReturn"],
  ["bulkReturn.orders", "orders.bulkReturn", "count", "bulkReturn"],
  ["bulkReturn.topic", "orders.bulkReturn", "name", "bulkReturn"],
  ["bulkReturn.openSince", "orders.bulkReturn", "month", "bulkReturn"],
  ["bulkReturn.returnedIn", "orders.bulkReturn", "month", "bulkReturn"],
];

/** columns of appendix 1, of a row as of the total */
const UNIT_COLUMNS: [key: string, measure: string, kind: LeafKind][] = [
  ["validOrders", "orders.valid", "count"],
  ["returnsRejected", "orders.returnsRejected", "count"],
  ["returnRate", "orders.returnRate", "percent"],
  ["onTime", "orders.onTime", "count"],
  ["onTimeRate", "orders.onTimeRate", "percent"],
  ["informed", "orders.informed", "count"],
  ["informedRate", "orders.informedRate", "percent"],
  ["followUps", "followUp.total", "count"],
  ["satisfied", "followUp.satisfied", "count"],
  ["neutral", "followUp.neutral", "count"],
  ["noResponse", "followUp.noResponse", "count"],
  ["dissatisfied", "followUp.dissatisfied", "count"],
  ["satisfactionRate", "followUp.satisfactionRate", "percent"],
];

const unitColumns = (at: string): Line[] => UNIT_COLUMNS.map(([key, ...rest]) => [`${at}.${key}`, ...rest, "followUp"]);

const APPENDIX1: Line[] = [
  ["appendix1.groups[].id", "unitGroup", "name"],
  ["appendix1.groups[].name", "unitGroup", "name"],
  ["appendix1.groups[].rows[].no", "orders.byUnit", "order", "followUp"],
  ["appendix1.groups[].rows[].unit", "orders.byUnit", "name", "followUp"],
  ...unitColumns("appendix1.groups[].rows[]"),
  ...unitColumns("appendix1.total"),
];

const ROW2 = "appendix2.rows[]";
const rateAndPoints = (part: string, key: string, measure: string, cohort: Cohort): Line[] => [
  [`${ROW2}.${part}.${key}[0]`, measure, "percent", cohort],
  [`${ROW2}.${part}.${key}[1]`, `scorecard.${part}.${key}`, "score", "scorecard"],
];

const APPENDIX2: Line[] = [
  ["appendix2.weights.dispatchedOrders", "scorecard.weights", "constant", "scorecard"],
  ["appendix2.weights.fiveRatesOneDegree", "scorecard.weights", "constant", "scorecard"],
  ["appendix2.weights.mysteryCalls", "scorecard.weights", "constant", "scorecard"],
  [`${ROW2}.rank`, "scorecard.rank", "order", "scorecard"],
  [`${ROW2}.platform`, "scorecard.rank", "name", "scorecard"],
  ...rateAndPoints("dispatched", "onTime", "orders.onTimeRate", "followUp"),
  ...rateAndPoints("dispatched", "informed", "orders.informedRate", "followUp"),
  ...rateAndPoints("dispatched", "satisfaction", "followUp.satisfactionRate", "followUp"),
  [`${ROW2}.dispatched.weighted`, "scorecard.dispatched", "score", "scorecard"],
  ...rateAndPoints("five", "answer", "counties.answerRate", "county"),
  ...rateAndPoints("five", "firstContact", "counties.firstContactRate", "county"),
  ...rateAndPoints("five", "onTime", "counties.onTimeRate", "county"),
  ...rateAndPoints("five", "followUp", "counties.followUpRate", "county"),
  ...rateAndPoints("five", "satisfaction", "counties.satisfactionRate", "county"),
  [`${ROW2}.five.accuracy`, "counties.accuracy", "score", "county"],
  [`${ROW2}.five.weighted`, "scorecard.five", "score", "scorecard"],
  ...["voiceMenu", "connection", "etiquette", "knowledge", "followUp"].map(
    (key): Line => [`${ROW2}.mysteryCall.${key}`, `mysteryCalls.${key}`, "score", "mysteryCall"],
  ),
  [`${ROW2}.mysteryCall.weighted`, "scorecard.mysteryCall", "score", "scorecard"],
  [`${ROW2}.total`, "scorecard.total", "score", "scorecard"],
];

/** belongs to the published file alone: carried over, never compared */
const COPIED = ["source", "note", "issued", "appendix1.cutoff", "appendix1.note", "categories", "derived", "places"];

const ZERO_WHEN_EMPTY = /^appendix1\..*(return|onTime|informed|satisfaction)Rate$/;

const compared = ([path, measure, kind, cohort = "none"]: Line): CatalogueRow => {
  const row: CatalogueRow = { path, measure, kind, cohort, compared: true };
  return ZERO_WHEN_EMPTY.test(path) ? { ...row, zeroWhenEmpty: true } : row;
};

/** 指标目录全表, in the order of the file */
export const CATALOGUE: CatalogueRow[] = [
  ...[HEAD, CALLS, REQUESTS, HANDLING, FOLLOW_UP, COUNTIES, APPENDIX1, APPENDIX2].flat().map(compared),
  ...COPIED.map((path): CatalogueRow => ({ path, measure: path, kind: "word", cohort: "none", compared: false })),
];

const BY_PATH = new Map([...CATALOGUE, ...REPORT_LINES.map(compared)].map((row) => [row.path, row]));

/** 路径归一: 'topCategories[3].share' → 'topCategories[].share'; the two places of a rate-and-points pair stay apart. */
export function pattern(path: string): string {
  const open = path.replace(/\[\d+\]/g, "[]");
  const pair = /\[([01])\]$/.exec(path);
  const apart = pair ? `${open.slice(0, -2)}[${pair[1]}]` : open;
  return BY_PATH.has(apart) ? apart : open;
}

/** 目录条目 of a path, indexed or not; null where the catalogue knows none. */
export const entryOf = (path: string): CatalogueRow | null => BY_PATH.get(pattern(path)) ?? null;

/**
 * 清单的核对方式: a ranking is compared place by place, a configured list by the names of its entries (`name` = the key that
 * holds it, '' where the entry is the name itself). Of a complete list every computed entry must be published too.
 */
export const LISTS: Record<string, { name: string; by: "rank" | "name"; complete?: boolean }> = {
  "requests.byType": { name: "type", by: "name" },
  topCategories: { name: "category", by: "rank" },
  topSubcategories: { name: "subcategory", by: "rank" },
  districtsTop3: { name: "place", by: "name" },
  "districtsTop3[].top": { name: "topic", by: "rank" },
  unitsTop3: { name: "unit", by: "rank" },
  "unitsTop3[].top": { name: "topic", by: "rank" },
  "civilizedCity.groups": { name: "group", by: "name" },
  "civilizedCity.groups[].items": { name: "", by: "name" },
  "handling.firstContactHot": { name: "category", by: "rank" },
  "handling.firstContactHot[].topics": { name: "", by: "rank" },
  "handling.dispatchedHot": { name: "category", by: "rank" },
  "followUp.dissatisfiedTop": { name: "topic", by: "rank" },
  "openOverdue.byUnit": { name: "unit", by: "rank", complete: true },
  "openOverdue.byUnit[].topics": { name: "", by: "rank" },
  "countyPlatforms.byPlatform": { name: "platform", by: "name" },
  "countyPlatforms.mysteryCalls.answeredAfter15s": { name: "platform", by: "name" },
  "appendix1.groups": { name: "name", by: "rank", complete: true },
  "appendix1.groups[].rows": { name: "unit", by: "rank", complete: true },
  "appendix2.rows": { name: "platform", by: "rank", complete: true },
};

/** 通常的行数 of a ranking; a `listLength` row of the rulebook overrides it. */
export const USUAL_LENGTH: Record<string, number> = {
  topCategories: 5,
  topSubcategories: 10,
  "districtsTop3.top": 3,
  unitsTop3: 5,
  "unitsTop3.top": 3,
  firstContactHot: 5,
  "firstContactHot.topics": 2,
  dispatchedHot: 5,
  dissatisfiedTop: 5,
  businessLeading: 5,
  earlyWarnings: 10,
};
