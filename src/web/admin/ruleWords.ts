/** 规则的话: a value of a row as one reads it. */
import { printHundredths } from "../../domain/measure/exact.ts";
import type { RuleKind } from "../../domain/rule/rulebook.ts";
import { ruleKindNames } from "../../domain/rule/title.ts";
import { type Entry, faultIn, numberIn, type Range } from "../ui/entry.ts";
import type { RuleField } from "./ruleFields.ts";

export type RuleKindName = RuleKind;
export type Values = Record<string, unknown>;

export const ruleKindNameOf = (kind: RuleKind): string => ruleKindNames[kind] ?? "规则";

/** 代码 → 名称 of what a row points to */
export type NameOf = (kind: "unit" | "unitGroup" | "category" | "place", key: string) => string;

const choiceWords = ({ choices = [] }: RuleField, value: unknown) =>
  choices.find(([one]) => one === value)?.[1] ?? String(value);

const joined = (value: unknown, names: RuleField["names"] = {}) =>
  (value as string[]).map((one) => names[one] ?? one).join("、") || "没有";

/** '1月1日'; of another year than the others with its year */
function datesWords(dates: readonly string[]): string {
  const year = dates[Math.floor(dates.length / 2)]?.slice(0, 4);
  const words = dates.map((date) => {
    const day = `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
    return date.slice(0, 4) === year ? day : `${date.slice(0, 4)}年${day}`;
  });
  return words.join("、") || "没有";
}

const rowsWords = (field: RuleField, value: unknown, nameOf: NameOf) =>
  (value as Values[])
    .map((row) =>
      field
        .fields!.filter((one) => !one.when || one.when(row))
        .map((one) => `${one.label}：${wordsOf(one, row[one.name], nameOf)}`)
        .join("；"),
    )
    .join("\n");

/** 一栏的值 in words. */
export function wordsOf(field: RuleField, value: unknown, nameOf: NameOf): string {
  if (field.kind === "retired") {
    if (!value) return "没有";
    const { successor } = value as { successor?: string };
    return successor ? `已停用，由“${successor}”接替` : "已停用";
  }
  if (field.kind === "choice") return choiceWords(field, value ?? null);
  if (value === undefined || value === null || value === "") return "没有";
  switch (field.kind) {
    case "tick":
      return value ? "是" : "否";
    case "hundredths":
      return printHundredths(value as number);
    case "many":
      return (value as string[]).map((one) => choiceWords(field, one)).join("、");
    case "unit":
    case "unitGroup":
    case "place":
    case "category":
      return nameOf(field.kind, value as string);
    case "lines":
      return joined(value, field.names);
    case "dates":
      return datesWords(value as string[]);
    case "group":
      return rowsWords(field, [value], nameOf);
    case "rows":
    case "table":
      return rowsWords(field, value, nameOf);
    default:
      return String(value);
  }
}

export const isNumber = ({ kind }: RuleField): boolean => kind === "number" || kind === "hundredths";

/** 填得了的数 of a field of numbers */
export const rangeOf = ({ kind, least = 0, most }: RuleField): Range => ({
  kind: kind === "hundredths" ? "points" : "count",
  ...{ least, most: most ?? 1_000_000 },
});

/** what stands in a field of numbers: hundredths of a row as people write them, and what was typed as it was typed */
export const entryOf = ({ kind }: RuleField, value: unknown): Entry =>
  kind === "hundredths" && typeof value === "number" ? printHundredths(value) : ((value ?? null) as Entry);

const isEmpty = (value: unknown) => value === undefined || value === null || value === "";

/** 填的 → 交的: empty lines go, what is optional and empty is left out, or is null where that is how it is said. */
export function cleaned(fields: readonly RuleField[], value: Values): Values {
  const entries = fields
    .filter((field) => !field.when || field.when(value))
    .flatMap((field): [string, unknown][] => {
      const given = cleanedOne(field, value[field.name]);
      if (!isEmpty(given)) return [[field.name, given]];
      if (field.kind === "choice" || field.orNull) return [[field.name, null]];
      if (field.kind === "line" && field.optional) return emptyLine(field);
      return [];
    });
  return Object.fromEntries(entries);
}

/** these are printed as they stand, be it as nothing */
const PRINTED = new Set(["city", "group", "item"]);
const emptyLine = ({ name }: RuleField): [string, unknown][] => (PRINTED.has(name) ? [[name, ""]] : []);

/** 名称 → 代码; what is neither stays, for the server to say that it isn't known */
const codeOf = (names: RuleField["names"] = {}, said: string): string =>
  Object.entries(names).find(([, name]) => name === said)?.[0] ?? said;

function cleanedOne(field: RuleField, value: unknown): unknown {
  const { kind, fields = [], names, optional } = field;
  if (isNumber(field)) return numberIn(entryOf(field, value), rangeOf(field));
  if (kind === "tick") return value === true;
  if (kind === "lines" || kind === "dates") {
    const all = ((value as string[] | undefined) ?? []).map((one) => codeOf(names, one.trim())).filter(Boolean);
    return optional && all.length === 0 ? undefined : all;
  }
  if (kind === "many") return value ?? [];
  if (kind === "rows" || kind === "table")
    return ((value as Values[] | undefined) ?? []).map((row) => cleaned(fields, row));
  if (kind === "group") return cleaned(fields, (value as Values | undefined) ?? {});
  return typeof value === "string" ? value.trim() : value;
}

interface Lack {
  label: string;
  /** something was filled in that can't be taken as it stands */
  wrong: boolean;
}

/** 还缺什么, and what is wrong */
const lacks = (fields: readonly RuleField[], value: Values): Lack[] =>
  fields
    .filter((field) => !field.when || field.when(value))
    .flatMap((field): Lack[] => {
      const given = value[field.name];
      const missing = [{ label: field.label, wrong: false }];
      if (isNumber(field) && faultIn(entryOf(field, given), rangeOf(field))) return [{ ...missing[0]!, wrong: true }];
      if (field.optional) return [];
      if (field.kind === "rows" || field.kind === "table")
        return ((given as Values[] | undefined) ?? []).flatMap((row) => lacks(field.fields!, row));
      if (field.kind === "many") return ((given as unknown[] | undefined) ?? []).length === 0 ? missing : [];
      const needs =
        field.kind === "line" ||
        field.kind === "words" ||
        field.kind === "number" ||
        field.kind === "hundredths" ||
        field.kind === "unit" ||
        field.kind === "unitGroup" ||
        (field.kind === "choice" && field.choices!.every(([one]) => one !== null));
      return needs && isEmpty(given) ? missing : [];
    });

/** 还缺的和填错的 */
export const lacking = (fields: readonly RuleField[], value: Values): string[] =>
  lacks(fields, value).map(({ label }) => label);

/** 还不能试算的原因, with what else has to be filled in; null: it can be tried */
export function untriedWords(fields: readonly RuleField[], value: Values, more: readonly string[]): string | null {
  const all = lacks(fields, value);
  const named = (verb: string, labels: readonly string[]) =>
    labels.length === 0 ? [] : [`${verb}${[...new Set(labels)].join("、")}`];
  const labelsOf = (wrong: boolean) => all.filter((one) => one.wrong === wrong).map(({ label }) => label);
  const said = [...named("填了", [...labelsOf(false), ...more]), ...named("改对了", labelsOf(true))];
  return said.length === 0 ? null : `${said.join("、")}才能试算。`;
}
