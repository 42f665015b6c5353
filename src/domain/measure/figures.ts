/**
 * 月度数字: the shape of a month's figures, the same for what is computed (`Figures<Measured>`) and for a figures file
 * (`FiguresFile`, any subset of keys, numbers as printed). `reconstruct` reads it, `figures` prints it, `report` writes from it.
 */
export type Figures<N> = {
  source?: string;
  note?: string;
  platform: string;
  period: string; // 'YYYY-MM'
  issued?: string; // 'YYYY-MM-DD'
  calls: { offered: N; offeredMoM: N; answerRate: N; answerRateMoM: N; answeredWithin15s?: N };
  requests: { accepted: N; byType: { type: string; count: N; share: N }[] };
  topCategories: { category: string; count: N; share: N }[];
  topSubcategories: { subcategory: string; count: N }[];
  /** the largest of the month; null when there was none */
  hotEvent: { event: string; count: N; share: N } | null;
  districtsTop3: { place: string; top: TopicShare<N>[] }[];
  unitsTop3: { unit: string; top: TopicShare<N>[] }[];
  civilizedCity: { count: N; groups: { group: string; items: string[] }[] };
  handling: {
    accepted: N;
    firstContact: N;
    dispatched: N;
    overallSatisfaction: N;
    firstContactSatisfaction: N;
    followUpSatisfaction: N;
    firstContactRate: N;
    firstContactRateMoM: N;
    dispatchedMoM: N;
    onTimeRate: N;
    onTimeRateMoM: N;
    firstContactHot: { category: string; topics: string[] }[];
    dispatchedHot: { category: string; topic: string; count: N }[];
  };
  followUp: {
    channel: "sms" | "phone";
    followUps: N;
    units: N;
    satisfied: N;
    neutral: N;
    noResponse: N;
    dissatisfied: N;
    satisfactionRate: N;
    dissatisfiedTop: { topic: string; count: N; share: N }[];
  };
  openOverdue: { total: N; byUnit: { unit: string; count: N; topics: string[] }[] };
  countyPlatforms: {
    offered: N;
    offeredMoM: N;
    byPlatform: { platform: string; offered: N }[];
    answerRate: N;
    firstContactRate: N;
    onTimeRate: N;
    followUpRate: N;
    satisfactionRate: N;
    mysteryCalls: { callsEach: N; answeredAfter15s: { platform: string; count: N }[] };
  };
  /** the first of the month; null when none was held */
  leaderDay: { date: string; unit: string; calls: N } | null;
  /** the largest of the month; null when there was none */
  bulkReturn: { unit: string; orders: N; topic: string; openSince: string; returnedIn: string } | null;
  appendix1: {
    cutoff: "followUp";
    note?: string;
    groups: { id: string; name: string; rows: Appendix1Row<N>[] }[];
    total: Appendix1Counts<N>;
  };
  appendix2: {
    weights: { dispatchedOrders: number; fiveRatesOneDegree: number; mysteryCalls: number };
    rows: Appendix2Row<N>[];
  };
  categories?: CategoriesNote;
  places?: { note?: string; unit: Record<string, string> };
  derived?: { note?: string; paths: string[] };
};

export interface TopicShare<N> {
  topic: string;
  share: N;
}

export interface Appendix1Counts<N> {
  validOrders: N;
  returnsRejected: N;
  returnRate: N;
  onTime: N;
  onTimeRate: N;
  informed?: N;
  informedRate: N;
  followUps: N;
  satisfied: N;
  neutral: N;
  noResponse: N;
  dissatisfied: N;
  satisfactionRate: N;
}

export interface Appendix1Row<N> extends Appendix1Counts<N> {
  no: number;
  unit: string;
}

/** An item of appendix 2: [the rate, the points it earns]. */
export type RateAndPoints<N> = [N, N];

export interface Appendix2Row<N> {
  rank: number;
  platform: string;
  dispatched: { onTime: RateAndPoints<N>; informed: RateAndPoints<N>; satisfaction: RateAndPoints<N>; weighted: N };
  five: {
    answer: RateAndPoints<N>;
    firstContact: RateAndPoints<N>;
    onTime: RateAndPoints<N>;
    followUp: RateAndPoints<N>;
    satisfaction: RateAndPoints<N>;
    accuracy: N;
    weighted: N;
  };
  mysteryCall: { voiceMenu: N; connection: N; etiquette: N; knowledge: N; followUp: N; weighted: N };
  total: N;
}

export interface CategoriesNote {
  note?: string;
  tree: { category: string; subcategories: string[]; assumed?: string[] }[];
  aliases: Record<string, string>;
  assumedAliases?: string[];
}

type DeepPartial<T> = T extends (infer E)[]
  ? DeepPartial<E>[]
  : T extends object
    ? { [K in keyof T]?: DeepPartial<T[K]> }
    : T;

/** 数字文件: a figures file as read: any subset of the keys; numbers as printed (89.11, -19.2). */
export type FiguresFile = DeepPartial<Figures<number | null>>;
