/** 数的清单: which of the desks' lists a figure was counted from, and how it is narrowed. */
import type { Measured } from "../../domain/measure/measured.ts";
import { type Setting, unitName } from "../../domain/measure/setting.ts";

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
  (words: string, rating?: string): Make =>
  ({ from, until }) => ({
    list: "orders",
    words,
    filter: { followedFrom: from, followedUntil: until, ...(rating ? { rating } : {}) },
  });
const overdue: Make = () => ({ list: "orders", words: "现在超期未办结的工单", filter: { overdue: "true" } });

const accepted = requests("受理的诉求");
const solved = requests("在线办结的诉求", "firstContact");
const dispatched = requests("已派发的诉求", "dispatched");
const concluded = followed("回访过的工单");

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
  "requests.firstContact": [solved],
  "requests.firstContactRate": [solved, accepted],
  "requests.dispatched": [dispatched],
  "requests.pending": [requests("待处理的诉求", "pending")],
  "requests.withdrawn": [requests("撤回的诉求", "withdrawn")],
  "requests.mergedRepeats": [requests("并入的重复诉求", "merged")],
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
  "followUp.satisfied": [followed("评为满意的工单", "satisfied")],
  "followUp.neutral": [followed("评为一般的工单", "neutral")],
  "followUp.dissatisfied": [followed("评为不满意的工单", "dissatisfied")],
  "followUp.dissatisfiedTop": [followed("评为不满意的工单", "dissatisfied")],
  "followUp.noResponse": [followed("未评价的工单", "noResponse")],
  "followUp.satisfactionRate": [followed("评为满意的工单", "satisfied"), concluded],
  "followUp.responseShare": [concluded],
  "units.largeAndSatisfied": [concluded],
};

/** 归谁、归哪类: whom or what the figure is about, by the code that the lists know; nothing where they don't. */
function narrowed(of: string | undefined, setting: Setting): Record<string, string> {
  if (of === undefined) return {};
  const [unit] = [...setting.units.keys()].filter((code) => unitName(setting, code) === of);
  if (unit !== undefined) return { unit };
  const [category] = [...setting.categories].find(([, { name }]) => name === of) ?? [];
  return category === undefined ? {} : { category };
}

const knows: Record<FigureList["list"], readonly string[]> = {
  requests: ["category"],
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
export function figureLists({ measure, of }: Measured, setting: Setting, bounds: Bounds): FigureList[] {
  const about = Object.entries(narrowed(of, setting));
  return (lists[measure] ?? []).map((make) => {
    const { list, words, filter } = make(bounds);
    const more = about.filter(([name]) => knows[list].includes(name));
    const whose = more.length > 0 ? `${of}：${words}` : words;
    return { list, words: whose, filter: { ...filter, ...Object.fromEntries(more) } };
  });
}
