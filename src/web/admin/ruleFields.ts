/** 规则的表单: which fields a row of each kind has, in the order of the eye; from it come the form, and the row in words. */
import type { RuleKind } from "../../domain/rule/rulebook.ts";
import { componentTerms, measuresOf, wayNames, waysOf } from "../../domain/scorecard/measures.ts";
import type { ScorecardComponent } from "../../domain/scorecard/scorecard.ts";

export interface RuleField {
  name: string;
  label: string;
  kind:
    | "line"
    | "words"
    | "number"
    /** kept as hundredths, written with two decimals */
    | "hundredths"
    | "tick"
    | "choice"
    | "unit"
    | "place"
    | "category"
    | "unitGroup"
    | "lines"
    | "dates"
    | "many"
    | "retired"
    | "group"
    | "rows"
    /** rows of few and short fields: a table */
    | "table";
  choices?: readonly [value: string | number | null, words: string][];
  /** of lines: what people write in the stead of the codes that are kept */
  names?: Readonly<Record<string, string>>;
  /** of a group, or of each row */
  fields?: readonly RuleField[];
  /** what one of the rows is called */
  one?: string;
  optional?: boolean;
  /** an optional one is sent as null, not left out */
  orNull?: boolean;
  hint?: string;
  most?: number;
  least?: number;
  /** shown for these rows only */
  when?(value: Record<string, unknown>): boolean;
}

type Extra = Partial<RuleField>;
const line = (name: string, label: string, extra: Extra = {}): RuleField => ({ name, label, kind: "line", ...extra });
const words = (name: string, label: string, extra: Extra = {}): RuleField => ({ name, label, kind: "words", ...extra });
const number = (name: string, label: string, most: number, extra: Extra = {}): RuleField => ({
  ...{ name, label, kind: "number", most, least: 1 },
  ...extra,
});
const choice = (name: string, label: string, choices: RuleField["choices"], extra: Extra = {}): RuleField => ({
  ...{ name, label, kind: "choice", choices: choices! },
  ...extra,
});
const lines = (name: string, label: string, hint: string): RuleField => ({ name, label, kind: "lines", hint });
const group = (name: string, label: string, fields: readonly RuleField[]): RuleField => ({
  ...{ name, label, kind: "group", fields },
});

/** 月报的各节 */
const sections: Record<string, string> = {
  ...{ calls: "来电", categories: "诉求大类", subcategories: "诉求小类", hotEvents: "热点事件", districts: "各地诉求" },
  ...{
    units: "承办单位",
    civilizedCity: "文明创建",
    handling: "办理概况",
    firstContact: "在线办结",
    dispatched: "派发工单",
  },
  ...{ followUp: "回访和满意率", openOverdue: "超期未反馈", countyPlatforms: "县级平台", mysteryCalls: "拨测" },
  ...{ cases: "案例", leaderDay: "领导接听日" },
  ...{ difficulties: "困难和问题", nextSteps: "下一步工作要求", appendix1: "附件1", appendix2: "附件2" },
};
/** 印别名的表 */
const tables: Record<string, string> = {
  ...{ districtsTop3: "各地诉求前三类", unitsTop3: "各单位前三类", firstContactHot: "在线办结热点" },
  ...{ dissatisfiedTop: "不满意较多的类", openOverdue: "超期未反馈较多的类" },
};

const name = line("name", "名称");
const order = number("order", "排在第几", 100_000, { least: 0 });
const says = words("words", "怎么说");
const unit: RuleField = { name: "unit", label: "承办单位", kind: "unit" };
const retired: RuleField = { name: "retired", label: "停用", kind: "retired", optional: true };
const ratings: RuleField["choices"] = [
  ["satisfied", "满意"],
  ["neutral", "一般"],
  ["dissatisfied", "不满意"],
  ["noResponse", "未评价"],
];
const many = (of: string, label: string): RuleField => ({ name: of, label, kind: "many", choices: ratings });
const decimals: RuleField["choices"] = [
  [null, "不舍入"],
  [0, "整数"],
  [1, "一位小数"],
  [2, "两位小数"],
  [3, "三位小数"],
  [4, "四位小数"],
];
const points = (of: string, label: string): RuleField => ({ name: of, label, kind: "hundredths", most: 1_000_000 });
const isSlope = ({ kind }: Record<string, unknown>) => kind === "slope";
const isAssumable = ({ kind }: Record<string, unknown>) => kind === "slope" || kind === "proportional";

type ComponentKey = ScorecardComponent["key"];
const componentKeys = Object.keys(componentTerms) as ComponentKey[];

const scorecardItem = (component: ComponentKey): readonly RuleField[] => [
  line("name", "印出的名称"),
  choice(
    "key",
    "指标",
    Object.entries(measuresOf(component)).map(([key, measure]) => [key, measure.name]),
  ),
  points("points", "分值"),
  choice(
    "kind",
    "怎样算",
    waysOf(component).map((way) => [way, wayNames[way]]),
  ),
  { ...points("fullFrom", "达到多少得满分（%）"), when: isSlope },
  { ...points("slope", "每低一个百分点扣几分"), when: isSlope },
  line("assumption", "假定的说明", { optional: true, when: isAssumable }),
];

/** 一部分的各项: it has measures of its own */
const scorecardItems = (component: ComponentKey): RuleField => ({
  ...{ name: "items", label: "各项", kind: "table", one: "项", fields: scorecardItem(component) },
  when: ({ key }) => key === component,
});

/** 各种规则的栏目 */
// biome-ignore format: one line a field, so that it reads as a table
export const ruleFields: Record<RuleKind, readonly RuleField[]> = {
  unit: [
    name,
    { name: "group", label: "单位分组", kind: "unitGroup" },
    order,
    lines("shortNames", "简称", "一行一个"),
    { name: "parent", label: "上级单位", kind: "unit", optional: true },
    { name: "listedWhenIdle", label: "没有工单的月份也列在附件 1", kind: "tick" },
    retired,
  ],
  unitGroup: [name, order, { name: "rankedApart", label: "单独排名", kind: "tick" }],
  category: [name, { name: "parent", label: "大类（空着：它自己是大类）", kind: "category", optional: true, orNull: true }, order, retired],
  requestType: [name, order],
  alias: [line("of", "即哪个分类（名称）"), { ...lines("printedIn", "印在哪些表里", `一行一个：${Object.values(tables).join("、")}`), names: tables, optional: true }],
  civilized: [line("group", "指标组", { optional: true }), line("item", "指标", { optional: true }), order],
  business: [line("group", "哪一类涉企事项（空着：不算涉企）", { optional: true }), order],
  hotEvent: [name, lines("categories", "小类代码", "一行一个"), lines("words", "内容里的字", "一行一个")],
  place: [
    name,
    choice("level", "哪一级", [["district", "区县"], ["street", "街道、乡镇"], ["community", "社区、村"]]),
    { name: "parent", label: "属于", kind: "place", optional: true, orNull: true },
    order,
    { name: "unit", label: "这里的工单交给", kind: "unit", optional: true },
    { ...lines("aliases", "别的叫法、旧名", "一行一个"), optional: true },
    retired,
  ],
  county: [name, order, { ...unit, label: "所在地区的单位", optional: true }],
  directory: [unit, line("basis", "依据", { hint: "三定方案、权责清单、会议备忘录等" })],
  calendarYear: [
    { name: "holidays", label: "放假的日子", kind: "dates", hint: "一行一天，如 2027-01-01" },
    { name: "workdays", label: "调休上班的日子", kind: "dates", hint: "一行一天；本来就是工作日的不用写" },
  ],
  limit: [
    number("amount", "多少", 1000),
    choice("in", "单位", [["workingDays", "工作日"], ["calendarDays", "自然日"], ["hours", "小时"]]),
    says,
  ],
  threshold: [number("value", "数值", 100_000), says],
  satisfaction: [many("numerator", "分子计哪些"), many("denominator", "分母计哪些"), says, line("authority", "谁定的"), words("note", "附注", { optional: true })],
  answerWithin: [number("seconds", "多少秒内", 600), choice("of", "除以", [["offered", "来电量"], ["answered", "接通量"]]), says],
  followUpMode: [
    choice("channel", "怎样回访", [["phone", "电话"], ["sms", "短信"]], { hint: "短信要有网关来发；没有的，仍由回访员打电话" }),
    number("attempts", "最多几次", 20),
    number("windowHours", "等多少小时", 2000),
    words("reason", "为什么"),
  ],
  retention: [number("months", "保存几个月", 1200), says],
  listLength: [number("length", "几行", 1000), says],
  report: [
    line("city", "城市名", { optional: true }),
    line("title", "题目", { hint: "{platform} 代平台名，{month} 代月份" }),
    lines("writtenUnder", "依据的文件", "一行一个"),
    line("issuer", "印发机关"),
    words("reportTo", "报"),
    words("sendTo", "送"),
    { ...lines("sections", "各节", `一行一个，次序就是目录的次序：${Object.values(sections).join("、")}`), names: sections },
    line("noRatingPrint", "没有评价的满意率印成"),
  ],
  wording: [lines("paragraphs", "各段", "一行一段")],
  scorecard: [
    name,
    { ...points("full", "满分"), hint: "每一部分的各项分值加起来都是它" },
    group("rounding", "舍入", [
      choice("rates", "各率", decimals),
      choice("items", "各项得分", decimals),
      choice("components", "各部分得分", decimals),
    ]),
    choice("whenMissing", "没有分母的指标", [["leaveOut", "不计，其余折成满分"], ["zero", "记零分"]]),
    {
      name: "components",
      label: "各部分",
      kind: "rows",
      one: "部分",
      fields: [
        choice("key", "哪一部分", componentKeys.map((key) => [key, componentTerms[key]])),
        name,
        points("weight", "权重（%）"),
        ...componentKeys.map(scorecardItems),
      ],
    },
    lines("note", "附注", "一行一条"),
  ],
  ranking: [
    choice("show", "怎样列", [["ranks", "排名次"], ["grades", "只分档"], ["off", "不排名，不分档"]]),
    {
      name: "grades",
      label: "各档，最好的在前",
      kind: "table",
      one: "档",
      optional: true,
      fields: [line("name", "名称"), points("from", "从几分起")],
    },
    { ...points("z", "区间取几个标准差"), hint: "1.96 是 95% 的把握", least: 1, most: 500 },
    says,
  ],
  scoreSheet: [
    name,
    {
      name: "items",
      label: "各项",
      kind: "rows",
      one: "项",
      fields: [
        line("key", "项目代码", { hint: "字母和数字，以后照原来的写" }),
        name,
        words("words", "看什么"),
        { name: "levels", label: "各档，最好的在前", kind: "table", one: "档", fields: [points("points", "得分"), line("words", "怎样算这一档")] },
      ],
    },
  ],
};

/** kinds whose keys people make; of the others the program knows the keys by name */
export const keysMade: Partial<Record<RuleKind, { label: string; hint: string }>> = {
  unit: { label: "单位代码", hint: "以后不能改" },
  unitGroup: { label: "分组代码", hint: "以后不能改" },
  category: { label: "分类代码", hint: "以后不能改" },
  requestType: { label: "类型", hint: "如：咨询" },
  alias: { label: "别名", hint: "印在表里的另一个名称" },
  civilized: { label: "小类代码", hint: "" },
  business: { label: "小类代码", hint: "" },
  hotEvent: { label: "事件代码", hint: "字母和数字" },
  place: { label: "地区代码", hint: "行政区划代码" },
  county: { label: "平台代码", hint: "以后不能改" },
  directory: { label: "小类代码，或小类代码@地区代码", hint: "只管一个地区的，写成 小类@地区" },
  calendarYear: { label: "年份", hint: "如 2027" },
};
