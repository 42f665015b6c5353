/**
 * 规则库: what a city decided, as dated rows with a source. Mechanism-free: a kind of row is a plain value, a rulebook is
 * the rows of all kinds that apply to one platform. Rows are added, never edited; which one is in force is a question of date.
 */
import type { CivilDate } from "../calendar/civil.ts";

/** 四种评价 */
export type Rating = "satisfied" | "neutral" | "dissatisfied" | "noResponse";

/** 停用 from the row's first day on: takes nothing new; `successor` = the key that takes its place. */
export interface Retired {
  successor?: string;
}

export interface RuleKinds {
  /** 满意率口径 (key 'satisfactionRate'): numerator ÷ denominator, each a set of ratings to count */
  satisfaction: { numerator: Rating[]; denominator: Rating[]; words: string; authority: string; note?: string };
  /** 参评门槛 (key 'enoughRatings'), 承办量大 (key 'largeShare': top 1/value of units by volume), 临期 (key 'superviseBlue': percent of the limit),
   * 登录 (keys 'signInAttempts','signInLockMinutes','sessionIdleMinutes','sessionHours'),
   * 查询码 (keys 'queryCodeAttempts','queryCodeAttemptsFrom','queryCodeLockMinutes'),
   * 快到期的知识 (key 'articleSoonDays'), 通话时间长 (key 'longCallMinutes'),
   * 县级月报 (keys 'countyJumpPercent','countyJumpPoints','accuracyPerObjection','accuracyLate'), 拨测 (keys 'mysteryLateShare','mysteryApart'),
   * 预警 (keys 'warningLeast','warningGrowth': percent above the mean of the earlier periods,'warningPeriods': how many of them,
   * 'warningBase': percent of this period's requests without which one isn't wholly recorded) */
  threshold: { value: number; words: string };
  /** 15秒接通率口径 (key 'answeredWithin15s') */
  answerWithin: { seconds: number; of: "offered" | "answered"; words: string };
  /** 时限 (keys 'dispatch','acknowledge','returnRequest','earlyContact','resolve','resolveComplex','resolveUrgent','followUp',
   * 'acknowledgeUrgent','remindAcknowledge','superviseRed','superviseSummon','unmoved','callback','objection','countyReport','countyAnswer') */
  limit: { amount: number; in: "workingDays" | "calendarDays" | "hours"; words: string };
  /** 保存期限 of a class of what people told (keys 'contact','text': counted from the matter's end; 'notice','accessLog','question','inspection': from their own day) */
  retention: { months: number; words: string };
  /** 回访方式 (key 'mode') */
  followUpMode: { channel: "sms" | "phone"; attempts: number; windowHours: number; reason: string };
  /** 考核评分 (key 'countyComposite') */
  scorecard: import("../scorecard/scorecard.ts").Scorecard;
  /** 排名办法 (keys 'counties','units': what is set side by side) */
  ranking: import("../scorecard/ranking.ts").Ranking;
  /** 质检评分表 (keys 'call','order') */
  scoreSheet: import("../inspection/sheet.ts").ScoreSheet;
  /** 诉求类型, in printed order (key = the type: 咨询) */
  requestType: { name: string; order: number };
  /** 诉求大类/小类 (key = code); a category has parent null */
  category: { name: string; parent: string | null; order: number; retired?: Retired };
  /** 别名 (key = the alias) → canonical name of a subcategory */
  alias: { of: string /** the table that prints the alias: 'districtsTop3' … */; printedIn?: string[] };
  /** 表的行数 (key = a list of the figures file: 'topCategories', 'firstContactHot.topics'), where it isn't the usual one */
  listLength: { length: number; words: string };
  /** 文明创建映射 (key = subcategory code); an empty group takes the subcategory out of it */
  civilized: { group: string; item: string; order: number };
  /** 涉企诉求 (key = subcategory code): what businesses turn to the hotline for; an empty group takes the subcategory out */
  business: { group: string; order: number };
  /** 单位分组 (key = id: 'district') */
  unitGroup: { name: string; order: number; rankedApart: boolean };
  /** 承办单位 (key = code) */
  unit: {
    name: string;
    group: string;
    order: number;
    shortNames: string[];
    /** printed in 附件1 even in a month without orders */
    listedWhenIdle: boolean;
    /** 上级单位: the unit that hands work orders on to this one */
    parent?: string;
    retired?: Retired;
  };
  /** 地区 (key = code); `unit` takes the work orders of the place (districts); `platform` names its own hotline (counties) */
  place: {
    name: string;
    parent: string | null;
    order: number;
    level: "district" | "street" | "community";
    unit?: string;
    aliases?: string[];
    retired?: Retired;
  };
  /** 县级热线平台 (key = name) with the place it serves */
  county: { name: string; order: number; unit?: string };
  /** 热点事件 (key = event code) */
  hotEvent: { name: string; categories: string[]; words: string[] };
  /** 派单目录 (key = subcategory code[, '@' + place code]) → the competent unit */
  directory: { unit: string; basis: string };
  /** 月报 (key 'monthly'): title parts, section order, issuer, addressees, rules it is written under */
  report: {
    city: string;
    title: string;
    writtenUnder: string[];
    issuer: string;
    reportTo: string;
    sendTo: string;
    sections: string[];
    /** how appendix 1 prints a satisfaction rate nobody voted on: '0.00%' or '—' */
    noRatingPrint: string;
  };
  /** 报告用语 (key = section name): the office's own standing words, e.g. 下一步工作要求 */
  wording: { paragraphs: string[] };
  /** 工作日历 (key = year): public holidays and 调休 working weekends, as published by the State Council */
  calendarYear: { holidays: CivilDate[]; workdays: CivilDate[] };
}

export type RuleKind = keyof RuleKinds;

/** 一行规则 */
export interface RuleRow<K extends RuleKind = RuleKind> {
  kind: K;
  key: string;
  /** first civil day on which it holds */
  from: CivilDate;
  /** first civil day on which it no longer holds; null = open */
  until: CivilDate | null;
  value: RuleKinds[K];
  /** document, clause or report it was taken from */
  source: string;
  /** true where nothing published says so and a default was chosen */
  assumption: boolean;
}

export type RuleOrigin = "release" | "operator" | "reconstructed";

/** 某平台的规则库: the rows of all its books, later books overriding earlier ones for the same kind, key and day. */
export interface Rulebook {
  rows: { [K in RuleKind]?: RuleRow<K>[] };
}
