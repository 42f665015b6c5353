/** 规则的值: what a row of each kind must look like; the compiler sees that each fits what the hotline reads. */
import { z } from "zod";
import { MOST_LEVELS } from "../../domain/inspection/sheet.ts";
import type { RuleKind, RuleKinds } from "../../domain/rule/rulebook.ts";
import { civilDate, code, line, words } from "../value.ts";

const text = words;
const maybe = z.union([z.literal(""), line.max(100)]);
const names = z.array(line).max(200);
/** a rebuilt month puts what its file names before all else, and what it had to invent after it, a million away */
const order = z.number().int().min(-10_000_000).max(10_000_000);
const count = z.number().int().min(1).max(100_000);
const points = z.number().int().min(0).max(1_000_000);
const ratings = z.array(z.enum(["satisfied", "neutral", "dissatisfied", "noResponse"])).min(1);
const decimals = z.number().int().min(0).max(4).nullable();

/** 停用: from the row's day on nothing new goes there, but to its successor */
const retired = z.strictObject({ successor: code.optional() }).optional();

const item = { key: code, name: line, points };
const scorecardItem = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("proportional"), ...item, assumption: line.optional() }),
  z.strictObject({ kind: z.literal("slope"), ...item, fullFrom: points, slope: points, assumption: line.optional() }),
  z.strictObject({ kind: z.literal("verdict"), ...item }),
  z.strictObject({ kind: z.literal("mean"), ...item }),
]);
const scorecard = z.strictObject({
  name: line,
  full: points,
  rounding: z.strictObject({ rates: decimals, items: decimals, components: decimals }),
  whenMissing: z.enum(["leaveOut", "zero"]),
  components: z.array(
    z.strictObject({
      key: z.enum(["dispatched", "five", "mysteryCall"]),
      name: line,
      weight: points,
      items: z.array(scorecardItem).min(1).max(50),
    }),
  ),
  note: z.array(text).max(50),
});

export const ruleValues: { [K in RuleKind]: z.ZodType<RuleKinds[K]> } = {
  satisfaction: z.strictObject({
    numerator: ratings,
    denominator: ratings,
    words: text,
    authority: line,
    note: text.optional(),
  }),
  threshold: z.strictObject({ value: count, words: text }),
  answerWithin: z.strictObject({ seconds: count.max(600), of: z.enum(["offered", "answered"]), words: text }),
  limit: z.strictObject({
    amount: count.max(1000),
    in: z.enum(["workingDays", "calendarDays", "hours"]),
    words: text,
  }),
  retention: z.strictObject({ months: count.max(1200), words: text }),
  followUpMode: z.strictObject({
    channel: z.enum(["sms", "phone"]),
    attempts: count.max(20),
    windowHours: count.max(2000),
    reason: text,
  }),
  scorecard,
  ranking: z.strictObject({
    show: z.enum(["ranks", "grades", "off"]),
    grades: z.array(z.strictObject({ name: line.max(20), from: points })).max(10),
    z: z.number().int().min(1).max(500),
    words: text,
  }),
  scoreSheet: z.strictObject({
    name: line,
    items: z
      .array(
        z.strictObject({
          key: code,
          name: line,
          words: text,
          levels: z
            .array(z.strictObject({ points, words: line }))
            .min(2)
            .max(MOST_LEVELS),
        }),
      )
      .min(1)
      .max(30),
  }),
  requestType: z.strictObject({ name: line, order }),
  category: z.strictObject({ name: line, parent: code.nullable(), order, retired }),
  alias: z.strictObject({ of: line, printedIn: names.optional() }),
  listLength: z.strictObject({ length: count.max(1000), words: text }),
  civilized: z.strictObject({ group: maybe, item: maybe, order }),
  business: z.strictObject({ group: maybe, order }),
  unitGroup: z.strictObject({ name: line, order, rankedApart: z.boolean() }),
  unit: z.strictObject({
    name: line,
    group: code,
    order,
    shortNames: names,
    listedWhenIdle: z.boolean(),
    parent: code.optional(),
    retired,
  }),
  place: z.strictObject({
    name: line,
    parent: code.nullable(),
    order,
    level: z.enum(["district", "street", "community"]),
    unit: code.optional(),
    aliases: names.optional(),
    retired,
  }),
  county: z.strictObject({ name: line, order, unit: code.optional() }),
  hotEvent: z.strictObject({ name: line, categories: z.array(code).max(200), words: names }),
  directory: z.strictObject({ unit: code, basis: line }),
  report: z.strictObject({
    city: maybe,
    title: line,
    writtenUnder: names,
    issuer: line,
    reportTo: text,
    sendTo: text,
    sections: z.array(code).min(1).max(100),
    noRatingPrint: line.max(20),
  }),
  wording: z.strictObject({ paragraphs: z.array(words).max(100) }),
  calendarYear: z.strictObject({ holidays: z.array(civilDate).max(366), workdays: z.array(civilDate).max(366) }),
};

export const ruleKind = z.enum(Object.keys(ruleValues) as [RuleKind, ...RuleKind[]]).describe("规则的种类");
