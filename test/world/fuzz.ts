/** 乱填: inputs made from the interface's own document, and what a hostile caller makes of them. */
import fc from "fast-check";

interface Schema {
  type?: string | string[];
  $ref?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  minimum?: number;
  maximum?: number;
}

export interface Document {
  // biome-ignore lint/suspicious/noExplicitAny: a document as it was served
  paths: Record<string, Record<string, any>>;
  components?: { schemas?: Record<string, Schema> };
}

const HOSTILE = [
  "",
  " ",
  "\u0000",
  "\ud800",
  "'; drop table event; --",
  "' or 1=1 --",
  "<script>alert(1)</script>",
  "=cmd|' /C calc'!A0",
  "../../../../etc/passwd",
  "%00%0a%2e%2e/",
  "𠮷䶮𬭎",
  "\u202e反",
  "9".repeat(400),
  "a".repeat(10_000),
  "{{7*7}}",
  "2022-02-30",
  "-1",
  "1e309",
  "null",
];
const hostile = fc.constantFrom<unknown>(
  ...HOSTILE,
  null,
  true,
  0,
  -1,
  1.5,
  Number.MAX_SAFE_INTEGER + 2,
  [],
  {},
  [[[[[]]]]],
  { __proto__: null, constructor: { prototype: { x: 1 } } },
);

const stringOf = ({ format }: Schema, ids: readonly string[]): fc.Arbitrary<unknown> => {
  if (format === "uuid") return fc.oneof(fc.constantFrom(...ids), fc.uuid());
  if (format === "date-time")
    return fc.constantFrom("2022-10-10T00:00:00Z", "2022-11-01T00:00:00+08:00", "2099-12-31T23:59:59Z");
  if (format === "date") return fc.constantFrom("2022-10-10", "2023-01-01", "0001-01-01");
  return fc.constantFrom(
    "h1",
    "p-east",
    "housing",
    "west",
    "投诉",
    "13800001234",
    "电梯停运",
    "电梯",
    "police",
    "测试",
  );
};

/** 按说明填的: what the schema allows, more or less. */
function wellFormed(
  schema: Schema | undefined,
  document: Document,
  ids: readonly string[],
  depth = 0,
): fc.Arbitrary<unknown> {
  if (!schema || depth > 6) return fc.constant(null);
  if (schema.$ref)
    return wellFormed(document.components?.schemas?.[schema.$ref.split("/").at(-1)!], document, ids, depth + 1);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ("const" in schema) return fc.constant(schema.const);
  const inner = (one: Schema) => wellFormed(one, document, ids, depth + 1);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(inner));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object") {
    const fields = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, inner(one)]));
    return fc.record(fields, { requiredKeys: schema.required ?? [] });
  }
  if (type === "array") return fc.array(inner(schema.items ?? {}), { maxLength: 3 });
  if (type === "integer" || type === "number")
    return fc.integer({ min: Math.max(schema.minimum ?? 0, -5), max: Math.min(schema.maximum ?? 50, 1000) });
  if (type === "boolean") return fc.boolean();
  return type === "string" ? stringOf(schema, ids) : fc.constant(null);
}

/** 填坏一处: one field, anywhere, becomes something else, or goes. */
const spoilt = (body: unknown): fc.Arbitrary<unknown> => {
  if (body === null || typeof body !== "object" || Object.keys(body).length === 0) return hostile;
  return fc.constantFrom(...Object.keys(body)).chain((key) =>
    fc.oneof(hostile, spoilt((body as Record<string, unknown>)[key])).map((value) => {
      const copy: Record<string, unknown> | unknown[] = Array.isArray(body) ? [...body] : { ...body };
      (copy as Record<string, unknown>)[key] = value;
      return copy;
    }),
  );
};

export interface Attack {
  id: string;
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  body: unknown;
  headers: Record<string, string>;
}

const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value ?? ""));
const encoded = (value: unknown) =>
  encodeURIComponent(
    text(value)
      .slice(0, 300)
      .replaceAll(/\p{Surrogate}/gu, "?"),
  );

/** 任意的请求 to any of the document's operations. */
export function attacks(document: Document, ids: readonly string[], without: readonly string[]): fc.Arbitrary<Attack> {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ path, method: method.toUpperCase() as Attack["method"], one })),
  );
  const open = all.filter(({ one }) => !without.includes(one.operationId));
  return fc.constantFrom(...open).chain(({ path, method, one }) => {
    const parameters: { name: string; in: string; schema: Schema }[] = one.parameters ?? [];
    const value = (schema: Schema) =>
      fc.oneof({ weight: 3, arbitrary: wellFormed(schema, document, ids) }, { weight: 1, arbitrary: hostile });
    const values = fc.record(Object.fromEntries(parameters.map((each) => [each.name, value(each.schema)])), {
      requiredKeys: parameters.filter((each) => each.in === "path").map(({ name }) => name),
    });
    const schema = one.requestBody?.content?.["application/json"]?.schema as Schema | undefined;
    const good = schema ? wellFormed(schema, document, ids) : fc.constant(undefined);
    const body = schema
      ? fc.oneof(
          { weight: 2, arbitrary: good },
          { weight: 2, arbitrary: good.chain(spoilt) },
          { weight: 1, arbitrary: hostile },
        )
      : good;
    const version = fc.constantFrom<Record<string, string>>(
      {},
      { "if-match": '"1"' },
      { "if-match": '"2"' },
      { "if-match": "*" },
      { "idempotency-key": "k" },
    );
    return fc.record({ values, body, headers: version }).map(({ values: given, body: sent, headers }) => {
      const query = parameters
        .filter((each) => each.in === "query" && each.name in given)
        .map(({ name }) => `${name}=${encoded((given as Record<string, unknown>)[name])}`);
      const address = path
        .replace(/^\/api\/v1/, "")
        .replaceAll(/\{(\w+)\}/g, (_, name) => encoded((given as Record<string, unknown>)[name]) || "x");
      return {
        id: one.operationId,
        method,
        path: query.length > 0 ? `${address}?${query.join("&")}` : address,
        body: sent,
        headers,
      };
    });
  });
}
