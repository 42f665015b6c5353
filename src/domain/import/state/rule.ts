import { canonical } from "../../rule/canonical.ts";
import { inForce } from "../../rule/inForce.ts";
import type { Rulebook, RuleKind, RuleKinds, RuleRow } from "../../rule/rulebook.ts";
import type { Column, Fault, Values } from "../column.ts";
import { ruleColumns } from "../columns/rules.ts";
import { unitColumns } from "../columns/units.ts";
import { codeOf, type Names } from "../names.ts";

/** 规则的种类 that a file may bring; the compiler sees one that was forgotten. */
const KINDS: Record<RuleKind, true> = {
  satisfaction: true,
  threshold: true,
  answerWithin: true,
  limit: true,
  followUpMode: true,
  scorecard: true,
  ranking: true,
  scoreSheet: true,
  requestType: true,
  category: true,
  alias: true,
  civilized: true,
  business: true,
  unitGroup: true,
  unit: true,
  place: true,
  county: true,
  hotEvent: true,
  directory: true,
  report: true,
  wording: true,
  calendarYear: true,
  listLength: true,
  retention: true,
};

export const ruleKinds = Object.keys(KINDS) as RuleKind[];

/** 一种规则文件: what a row says as rule rows, or what is wrong with it. */
export interface RuleFile {
  name: "units" | "rules";
  noun: string;
  columns: Column[];
  faults(values: Values): Fault[];
  /** given what the rulebook says before */
  rows(values: Values, names: Names, rulebook: Rulebook): RuleRow[] | Fault[];
}

const dated = (values: Values) => ({
  from: values.from as string,
  until: (values.until as string | null | undefined) ?? null,
  source: (values.basis as string | null | undefined) || "单位文件导入",
  assumption: values.assumption === true,
});

const unitGroup = (values: Values): RuleRow<"unitGroup"> => ({
  kind: "unitGroup",
  key: values.group as string,
  ...dated(values),
  value: {
    name: values.groupName as string,
    order: (values.groupOrder as number | undefined) ?? 0,
    rankedApart: values.rankedApart === true,
  },
});

const RETIRED = ["retired", "successor"];

/** 上级和停用: what a file has no column for stays as it was on that day, so that no unit comes back or loses its superior unsaid. */
function standing(values: Values, rulebook: Rulebook): Pick<RuleKinds["unit"], "parent" | "retired"> {
  const before = inForce(rulebook, "unit", values.number as string, values.from as string)?.value;
  const parent = "parent" in values ? (values.parent as string | null) : before?.parent;
  const successor = values.successor as string | null | undefined;
  const said = values.retired || successor ? { ...(successor ? { successor } : {}) } : undefined;
  const retired = RETIRED.some((key) => key in values) ? said : before?.retired;
  return { ...(parent ? { parent } : {}), ...(retired ? { retired } : {}) };
}

const unit = (values: Values, group: string, rulebook: Rulebook): RuleRow<"unit"> => ({
  kind: "unit",
  key: values.number as string,
  ...dated(values),
  value: {
    name: values.name as string,
    group,
    order: (values.order as number | undefined) ?? 0,
    shortNames: (values.shortNames as string[] | undefined) ?? [],
    listedWhenIdle: values.listedWhenIdle === true,
    ...standing(values, rulebook),
  },
});

function unitRows(values: Values, names: Names, rulebook: Rulebook): RuleRow[] | Fault[] {
  if (values.groupName) return [unitGroup(values), unit(values, values.group as string, rulebook)];
  const group = codeOf(names, "unitGroup", values.group as string);
  return group
    ? [unit(values, group, rulebook)]
    : [{ column: "分组代码", reason: `单位分组“${values.group}”不在规则库中；新的分组要填“分组名称”` }];
}

const periodFaults = ({ from, until }: Values): Fault[] =>
  typeof from === "string" && typeof until === "string" && until <= from
    ? [{ column: "失效日期", reason: "不晚于“生效日期”" }]
    : [];

const kindFaults = ({ kind }: Values): Fault[] =>
  ruleKinds.includes(kind as RuleKind)
    ? []
    : [{ column: "规则种类", reason: `“${kind}”不是规则种类，应为 ${ruleKinds.join("、")} 之一` }];

/** 单位文件: a unit per row, with its group where the row names the group. */
export const units: RuleFile = {
  name: "units",
  noun: "单位",
  columns: unitColumns,
  faults: periodFaults,
  rows: unitRows,
};

/** 规则文件: rule rows as they are kept. */
export const rules: RuleFile = {
  name: "rules",
  noun: "规则",
  columns: ruleColumns,
  faults: (values) => [...periodFaults(values), ...kindFaults(values)],
  rows: (values) => [
    {
      kind: values.kind as RuleKind,
      key: values.key as string,
      ...dated(values),
      value: values.value as RuleRow["value"],
    },
  ],
};

/** 规则库是否已这样规定: the last row of that kind, key and first day says the same. */
export function isSaid(rulebook: Rulebook, row: RuleRow): boolean {
  const rows = (rulebook.rows[row.kind] ?? []) as RuleRow[];
  const known = rows.findLast(({ key, from }) => key === row.key && from === row.from);
  return known !== undefined && canonical([known.until, known.value]) === canonical([row.until, row.value]);
}
