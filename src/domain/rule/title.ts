/** 规则的名称: what each kind of row, and each row, is called by whoever reads it. */
import { placesFrom } from "../directory/lookup.ts";
import { inForce } from "./inForce.ts";
import type { Rulebook, RuleKind, RuleRow } from "./rulebook.ts";

/** 规则的种类 */
export const ruleKindNames: Record<RuleKind, string> = {
  satisfaction: "满意率口径",
  threshold: "门槛",
  answerWithin: "接通口径",
  limit: "时限",
  retention: "保存期限",
  followUpMode: "回访方式",
  scorecard: "考核评分",
  ranking: "排名办法",
  scoreSheet: "质检评分表",
  requestType: "诉求类型",
  category: "诉求分类",
  alias: "分类的别名",
  listLength: "表的行数",
  civilized: "文明创建指标",
  business: "涉企诉求",
  unitGroup: "单位分组",
  unit: "承办单位",
  place: "地区",
  county: "县级平台",
  hotEvent: "热点事件",
  directory: "派单目录",
  report: "月报的编排",
  wording: "报告用语",
  calendarYear: "工作日历",
};

type Title<K extends RuleKind> = (row: RuleRow<K>, book: Rulebook) => string;

const named = ({ value }: { value: { name: string } }) => value.name;
const said = ({ value }: { value: { words: string } }) => value.words;

const nameOf = (book: Rulebook, kind: "category" | "place", key: string, { from }: RuleRow) =>
  inForce(book, kind, key, from)?.value.name ?? key;

/** with what it lies in: streets of one name are in every other district */
const placeName = (book: Rulebook, key: string, row: RuleRow) =>
  placesFrom(book, key, row.from)
    .map((one) => nameOf(book, "place", one, row))
    .reverse()
    .join(" ");

const wordings: Record<string, string> = { nextSteps: "下一步工作要求", difficulties: "困难和问题" };

const titles: { [K in RuleKind]: Title<K> } = {
  satisfaction: said,
  threshold: said,
  answerWithin: said,
  limit: said,
  retention: said,
  followUpMode: () => "回访方式",
  scorecard: named,
  ranking: said,
  scoreSheet: named,
  requestType: named,
  category: named,
  alias: ({ key, value }) => `${key}，即${value.of}`,
  listLength: said,
  civilized: (row, book) => nameOf(book, "category", row.key, row),
  business: (row, book) => nameOf(book, "category", row.key, row),
  unitGroup: named,
  unit: named,
  place: (row, book) => placeName(book, row.key, row) || row.value.name,
  county: named,
  hotEvent: named,
  directory: (row, book) => {
    const [subcategory, place] = row.key.split("@") as [string, string?];
    const what = nameOf(book, "category", subcategory, row);
    return place === undefined ? what : `${what}（${placeName(book, place, row)}）`;
  },
  report: () => "月报",
  wording: ({ key }) => wordings[key] ?? key,
  calendarYear: ({ key }) => `${key} 年`,
};

/** 一行规则的名称, on its first day. */
export const ruleTitle = <K extends RuleKind>(row: RuleRow<K>, book: Rulebook): string =>
  (titles[row.kind] as Title<K>)(row, book);
