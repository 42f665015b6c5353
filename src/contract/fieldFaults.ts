/** 填写有误: what is wrong with what was sent, in Chinese; each field by the name that its schema gives it. */
import { z } from "zod";

type Schema = z.core.$ZodType;
type Issue = z.core.$ZodRawIssue;

const kinds: Record<string, string> = {
  ...{
    string: "文字",
    number: "数",
    int: "整数",
    boolean: "是（true）或否（false）",
    object: "一组内容",
    record: "一组内容",
  },
  ...{ array: "一列内容", null: "空（null）" },
};

const formats: Record<string, string> = {
  uuid: "不是编号",
  date: "不是日期，应如 2022-11-03",
  datetime: "不是时刻，应如 2022-11-03T09:05:00+08:00",
};

/** how much there may be of what a limit was set for */
const sized: Record<string, string> = { string: "个字", array: "项", set: "项" };

const print = (limit: number | bigint | undefined): string => Number(limit).toLocaleString("en-US");

function tooBig({ origin, maximum }: Extract<Issue, { code: "too_big" }>): string {
  const unit = sized[origin];
  return unit ? `最多 ${print(maximum)} ${unit}` : `最大 ${print(maximum)}`;
}

function tooSmall({ origin, minimum }: Extract<Issue, { code: "too_small" }>): string {
  const unit = sized[origin];
  if (unit && Number(minimum) === 1) return "不能空着";
  return unit ? `至少 ${print(minimum)} ${unit}` : `最小 ${print(minimum)}`;
}

const oneOf = (values: readonly unknown[]): string =>
  values.length === 1 ? `应是 ${values[0]}` : `应是 ${values.join("、")} 中的一个`;

function faultWords(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "没有填" : `应是${kinds[String(issue.expected)] ?? "别的内容"}`;
    case "invalid_value":
      return oneOf(issue.values as unknown[]);
    case "too_big":
      return tooBig(issue as Extract<Issue, { code: "too_big" }>);
    case "too_small":
      return tooSmall(issue as Extract<Issue, { code: "too_small" }>);
    case "invalid_format":
      return formats[String(issue.format)] ?? "写法不对";
    case "unrecognized_keys":
      return `没有“${(issue.keys as string[]).join("、")}”这一项`;
    default:
      return "写法不对";
  }
}

interface Def {
  type: string;
  innerType?: Schema;
  in?: Schema;
  getter?(): Schema;
  shape?: Record<string, Schema>;
  element?: Schema;
  valueType?: Schema;
  options?: readonly Schema[];
  left?: Schema;
  right?: Schema;
}

const defOf = (schema: Schema): Def => schema._zod.def as unknown as Def;

/** what it wraps, if it does no more than that */
const unwrapped = (schema: Schema): Schema | undefined => {
  const { innerType, in: given, getter } = defOf(schema);
  return innerType ?? given ?? getter?.();
};

function partOf(schema: Schema, key: PropertyKey): Schema | undefined {
  const { shape, element, valueType, options, left, right } = defOf(schema);
  if (shape) return shape[String(key)];
  for (const one of options ?? [left, right]) {
    const part = one && partOf(one, key);
    if (part) return part;
  }
  const inner = unwrapped(schema);
  return element ?? valueType ?? (inner && partOf(inner, key));
}

/** '月份，如 2023-05' is called 月份; what only explains itself in a code has no name */
function nameOf(schema: Schema): string | null {
  const described = z.globalRegistry.get(schema)?.description;
  const name = described && /^[\p{Script=Han}\d ÷％%A-Za-z]+/u.exec(described)?.[0].trim();
  if (name && /\p{Script=Han}/u.test(name)) return name;
  const inner = unwrapped(schema);
  return inner ? nameOf(inner) : null;
}

/** 逐日明细第 2 项的接听来电; '' where no schema on the way has a name */
export function fieldName(schema: Schema, path: readonly PropertyKey[]): string {
  let [at, said]: [Schema | undefined, string] = [schema, ""];
  for (const key of path) {
    at = at && partOf(at, key);
    const name = typeof key === "number" ? `第 ${key + 1} 项` : at && nameOf(at);
    if (name) said += said && typeof key !== "number" ? `的${name}` : name;
  }
  return said;
}

/** 填写有误的一项: where, as a JSON pointer, and in words */
export interface FieldFault {
  path: string;
  message: string;
}

/** 照写法读: what was sent, or each fault of it. What a schema says in its own words stands as it is. */
export function checked<T extends z.ZodType>(
  schema: T,
  sent: unknown,
): { value: z.output<T> } | { faults: FieldFault[] } {
  const said = (issue: Issue) => {
    const name = fieldName(schema, issue.path ?? []);
    return name ? `${name}：${faultWords(issue)}` : faultWords(issue);
  };
  const read = schema.safeParse(sent, { error: said });
  if (read.success) return { value: read.data };
  return { faults: read.error.issues.map(({ path, message }) => ({ path: `/${path.join("/")}`, message })) };
}
