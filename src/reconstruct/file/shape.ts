/** 数字文件的形状 as a table: what each leaf may be. The reader walks a value along it. */
export type Shape =
  | Leaf
  | { fields: Record<string, Shape> }
  | { list: Shape; most: number }
  | { map: Shape }
  | { pair: Shape };
export type Leaf =
  | "count"
  | "points"
  | "change"
  | "percent"
  | "rate"
  | "weight"
  | "text"
  | "note"
  | "month"
  | "date"
  | "channel"
  | "cutoff";

/** More places than any report prints in a table; its units, and all classes there are, may be many more. */
const MOST_PLACES = 300;
const MOST_NAMES = 2_000;

const list = (shape: Shape, most = MOST_PLACES): Shape => ({ list: shape, most });
const fields = (of: Record<string, Shape>): Shape => ({ fields: of });
const map = (shape: Shape): Shape => ({ map: shape });
const item = (of: Leaf): Shape => ({ pair: of });

const top = list(fields({ topic: "text", share: "percent" }));
const appendix1Counts: Record<string, Shape> = {
  validOrders: "count",
  returnsRejected: "count",
  returnRate: "rate",
  onTime: "count",
  onTimeRate: "percent",
  informed: "count",
  informedRate: "percent",
  followUps: "count",
  satisfied: "count",
  neutral: "count",
  noResponse: "count",
  dissatisfied: "count",
  satisfactionRate: "percent",
};

export const FIGURES_SHAPE = fields({
  source: "note",
  note: "note",
  platform: "text",
  period: "month",
  issued: "date",
  calls: fields({
    offered: "count",
    offeredMoM: "change",
    answerRate: "percent",
    answerRateMoM: "points",
    answeredWithin15s: "percent",
  }),
  requests: fields({ accepted: "count", byType: list(fields({ type: "text", count: "count", share: "percent" })) }),
  topCategories: list(fields({ category: "text", count: "count", share: "percent" })),
  topSubcategories: list(fields({ subcategory: "text", count: "count" }), MOST_NAMES),
  hotEvent: fields({ event: "text", count: "count", share: "percent" }),
  districtsTop3: list(fields({ place: "text", top })),
  unitsTop3: list(fields({ unit: "text", top })),
  civilizedCity: fields({ count: "count", groups: list(fields({ group: "text", items: list("text") })) }),
  handling: fields({
    accepted: "count",
    firstContact: "count",
    dispatched: "count",
    overallSatisfaction: "percent",
    firstContactSatisfaction: "percent",
    followUpSatisfaction: "percent",
    firstContactRate: "percent",
    firstContactRateMoM: "points",
    dispatchedMoM: "change",
    onTimeRate: "percent",
    onTimeRateMoM: "points",
    firstContactHot: list(fields({ category: "text", topics: list("text") })),
    dispatchedHot: list(fields({ category: "text", topic: "text", count: "count" })),
  }),
  followUp: fields({
    channel: "channel",
    followUps: "count",
    units: "count",
    satisfied: "count",
    neutral: "count",
    noResponse: "count",
    dissatisfied: "count",
    satisfactionRate: "percent",
    dissatisfiedTop: list(fields({ topic: "text", count: "count", share: "percent" })),
  }),
  openOverdue: fields({ total: "count", byUnit: list(fields({ unit: "text", count: "count", topics: list("text") })) }),
  countyPlatforms: fields({
    offered: "count",
    offeredMoM: "change",
    byPlatform: list(fields({ platform: "text", offered: "count" })),
    answerRate: "percent",
    firstContactRate: "percent",
    onTimeRate: "percent",
    followUpRate: "percent",
    satisfactionRate: "percent",
    mysteryCalls: fields({ callsEach: "count", answeredAfter15s: list(fields({ platform: "text", count: "count" })) }),
  }),
  leaderDay: fields({ date: "date", unit: "text", calls: "count" }),
  bulkReturn: fields({ unit: "text", orders: "count", topic: "text", openSince: "month", returnedIn: "month" }),
  appendix1: fields({
    cutoff: "cutoff",
    note: "note",
    groups: list(
      fields({
        id: "text",
        name: "text",
        rows: list(fields({ no: "count", unit: "text", ...appendix1Counts }), MOST_NAMES),
      }),
    ),
    total: fields(appendix1Counts),
  }),
  appendix2: fields({
    weights: fields({ dispatchedOrders: "weight", fiveRatesOneDegree: "weight", mysteryCalls: "weight" }),
    rows: list(
      fields({
        rank: "count",
        platform: "text",
        dispatched: fields({
          onTime: item("percent"),
          informed: item("percent"),
          satisfaction: item("percent"),
          weighted: "percent",
        }),
        five: fields({
          answer: item("percent"),
          firstContact: item("percent"),
          onTime: item("percent"),
          followUp: item("percent"),
          satisfaction: item("percent"),
          accuracy: "percent",
          weighted: "percent",
        }),
        mysteryCall: fields({
          voiceMenu: "percent",
          connection: "percent",
          etiquette: "percent",
          knowledge: "percent",
          followUp: "percent",
          weighted: "percent",
        }),
        total: "percent",
      }),
    ),
  }),
  categories: fields({
    note: "note",
    tree: list(
      fields({ category: "text", subcategories: list("text", MOST_NAMES), assumed: list("text", MOST_NAMES) }),
      MOST_NAMES,
    ),
    aliases: map("text"),
    assumedAliases: list("text", MOST_NAMES),
  }),
  places: fields({ note: "note", unit: map("text") }),
  derived: fields({ note: "note", paths: list("text", MOST_NAMES) }),
});
