/** 数的清单: which of the desks' lists a figure was counted from, and how it is narrowed. */
import { businessGroups } from "../../domain/measure/businessFigures.ts";
import type { Measured } from "../../domain/measure/measured.ts";
import { registered, type Setting, unitName } from "../../domain/measure/setting.ts";

export interface FigureList {
  list: "requests" | "orders" | "calls" | "leaderDay";
  words: string;
  filter: Record<string, string>;
}

interface Bounds {
  from: string;
  until: string;
}

type Make = (bounds: Bounds) => FigureList;

const calls: Make = (at) => ({ list: "calls", words: "来电", filter: { ...at } });
/** 受理的, as the report counts them: all but the refused */
const requests =
  (words: string, outcome = "pending,firstContact,dispatched,withdrawn,merged"): Make =>
  (at) => ({ list: "requests", words, filter: { ...at, outcome } });
const sent: Make = (at) => ({ list: "orders", words: "派发的工单", filter: { ...at } });
const followed =
  (words: string, narrower: { rating?: string; solved?: string } = {}): Make =>
  ({ from, until }) => ({ list: "orders", words, filter: { followedFrom: from, followedUntil: until, ...narrower } });
const overdue: Make = () => ({ list: "orders", words: "现在超期未办结的工单", filter: { overdue: "true" } });

const accepted = requests("受理的诉求");
const settled = requests("在线办结的诉求", "firstContact");
const dispatched = requests("已派发的诉求", "dispatched");
const concluded = followed("回访过的工单");
const answered = followed("回答了是否解决的工单", { solved: "yes,no" });
const solved = followed("回答已解决的工单", { solved: "yes" });

/** the lists behind each measure: what it counts, or what is above and below the line */
const lists: Record<string, Make[]> = {
  "calls.offered": [calls],
  "calls.answered": [calls],
  "calls.perDay": [calls],
  "calls.byHour": [calls],
  "calls.answerRate": [calls],
  "calls.answeredWithin15s": [calls],
  "requests.accepted": [accepted],
  "requests.perDay": [accepted],
  "requests.byType": [accepted],
  "requests.byChannel": [accepted],
  "requests.topCategories": [accepted],
  "requests.topSubcategories": [accepted],
  "requests.firstContact": [settled],
  "requests.firstContactRate": [settled, accepted],
  "requests.dispatched": [dispatched],
  "requests.pending": [requests("待处理的诉求", "pending")],
  "requests.withdrawn": [requests("撤回的诉求", "withdrawn")],
  "requests.mergedRepeats": [requests("并入的重复诉求", "merged")],
  "requests.business": [accepted],
  "requests.businessGroup": [accepted],
  "requests.businessFirstContact": [settled],
  "requests.businessDispatched": [dispatched],
  "requests.warned": [accepted],
  "requests.growth": [accepted],
  "orders.dispatchedHot": [sent],
  "orders.placeTopics": [sent],
  "orders.unitTopics": [sent],
  "orders.valid": [concluded],
  "orders.onTime": [concluded],
  "orders.onTimeRate": [concluded],
  "orders.informedRate": [concluded],
  "orders.returnRate": [concluded],
  "orders.openOverdue": [overdue],
  "followUp.total": [concluded],
  "followUp.rate": [concluded],
  "followUp.units": [concluded],
  "followUp.satisfied": [followed("评为满意的工单", { rating: "satisfied" })],
  "followUp.neutral": [followed("评为一般的工单", { rating: "neutral" })],
  "followUp.dissatisfied": [followed("评为不满意的工单", { rating: "dissatisfied" })],
  "followUp.dissatisfiedTop": [followed("评为不满意的工单", { rating: "dissatisfied" })],
  "followUp.noResponse": [followed("未评价的工单", { rating: "noResponse" })],
  "followUp.satisfactionRate": [followed("评为满意的工单", { rating: "satisfied" }), concluded],
  "followUp.responseShare": [concluded],
  "followUp.answered": [answered],
  "followUp.solved": [solved],
  "followUp.unsolved": [followed("回答未解决的工单", { solved: "no" })],
  "followUp.solvedRate": [solved, answered],
  "followUp.answerShare": [answered, concluded],
  "units.largeAndSatisfied": [concluded],
};

const all = (codes: readonly string[]) => ({ category: codes.join(",") });

/** 归谁、归哪类、在哪里: what one name stands for, by the codes that the lists know; a unit may be called as its place is. */
function named(name: string, setting: Setting): Record<string, string> {
  const [unit] = [...setting.units.keys()].filter((code) => unitName(setting, code) === name);
  if (unit !== undefined) return { unit };
  const [category] = [...setting.categories].find(([, one]) => one.name === name) ?? [];
  return category === undefined ? {} : { category };
}

function placed(name: string, setting: Setting): Record<string, string> {
  const row = registered(setting.rulebook, "place", setting.month).find(
    ({ value }) => value.level === "district" && value.name === name,
  );
  if (!row) return {};
  return { place: row.key, ...(row.value.unit === undefined ? {} : { unit: row.value.unit }) };
}

/** what a figure is about: 东河区, 占道经营, or 占道经营 · 东河区; of businesses the classes that count as theirs */
function narrowed({ measure, of }: Measured, setting: Setting): Record<string, string> {
  const groups = measure.startsWith("requests.business") ? businessGroups(setting) : null;
  if (groups && of === undefined) return all([...groups.values()].flat());
  if (of === undefined) return {};
  // a group may be called as one of its subcategories is
  const group = measure === "requests.businessGroup" ? groups?.get(of) : undefined;
  if (group) return all(group);
  const parts = of.split(" · ");
  const found = parts.map((part) => ({ ...named(part, setting), ...placed(part, setting) }));
  // narrowed by a part of what it is about, a list would hold more than was counted
  return found.every((one) => Object.keys(one).length > 0) ? Object.assign({}, ...found) : {};
}

const knows: Record<FigureList["list"], readonly string[]> = {
  requests: ["category", "place"],
  orders: ["unit", "category"],
  calls: [],
  leaderDay: [],
};

/** 领导接听日那一天的单子, all of it or the part that the figure counts */
const dayParts: Record<string, { words: string; only?: string }> = {
  "leaderDay.calls": { words: "当天的来电", only: "calls" },
  "leaderDay.settledOnTheSpot": { words: "当场答复的", only: "settledOnTheSpot" },
  "leaderDay.dispatched": { words: "现场交办的", only: "dispatched" },
  "leaderDay.subjects": { words: "当天的来电和诉求" },
};

/** 接听日的清单 of a figure about the day that is known by this id. */
export function leaderDayList({ measure }: Measured, { id, date }: { id: string; date: string }): FigureList[] {
  const part = dayParts[measure];
  if (!part) return [];
  const { words, only } = part;
  return [{ list: "leaderDay", words, filter: { month: date.slice(0, 7), day: id, ...(only ? { only } : {}) } }];
}

/** 数的清单 of a figure, none where the desks have no list of what it counts. */
export function figureLists(figure: Measured, setting: Setting, bounds: Bounds): FigureList[] {
  const about = Object.entries(narrowed(figure, setting));
  return (lists[figure.measure] ?? []).map((make) => {
    const { list, words, filter } = make(bounds);
    const more = about.filter(([name]) => knows[list].includes(name));
    const whose = more.length > 0 && figure.of !== undefined ? `${figure.of}：${words}` : words;
    return { list, words: whose, filter: { ...filter, ...Object.fromEntries(more) } };
  });
}
