/**
 * 规范文本: a JSON value in the one form in which PostgreSQL prints the jsonb made of it. What is hashed is this text, so that
 * a link can be recomputed from a stored event in SQL alone, and nothing that jsonb tells apart goes unnoticed.
 */
export function canonical(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return numeral(value);
  if (typeof value === "boolean") return value ? "true" : "false";
  if (value === null || value === undefined) return "null";
  return Array.isArray(value) ? `[${value.map(canonical).join(", ")}]` : members(value as Record<string, unknown>);
}

/** Objects of one shape come by the thousand: what stands before each member is put together once for each. */
const shapes = new Map<string, [key: string, before: string][]>();
const MANY = 1000;

function shapeOf(keys: string[]): [key: string, before: string][] {
  const name = keys.join("\0"); // jsonb takes no such character
  const known = shapes.get(name);
  if (known) return known;
  const shape = keys.sort(shorterFirst).map((key): [string, string] => [key, `, ${JSON.stringify(key)}: `]);
  if (shapes.size === MANY) shapes.clear();
  shapes.set(name, shape);
  return shape;
}

function members(value: Record<string, unknown>): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return "{}";
  let text = "";
  for (const [key, before] of shapeOf(keys)) if (value[key] !== undefined) text += before + canonical(value[key]);
  return `{${text.slice(2)}}`;
}

/** jsonb compares keys by their bytes, the shorter first. */
const shorterFirst = (one: string, other: string): number =>
  Buffer.byteLength(one) - Buffer.byteLength(other) || Buffer.compare(Buffer.from(one), Buffer.from(other));

/** numeric knows neither infinity in jsonb nor an exponent. */
function numeral(value: number): string {
  if (!Number.isFinite(value)) return "null";
  const text = String(value);
  const [mantissa, exponent] = text.split("e");
  if (exponent === undefined) return text;
  const sign = value < 0 ? "-" : "";
  const [whole, fraction = ""] = mantissa!.replace("-", "").split(".");
  const point = whole!.length + Number(exponent);
  const digits = whole! + fraction;
  return point > 0 ? sign + digits.padEnd(point, "0") : `${sign}0.${"0".repeat(-point)}${digits}`;
}
