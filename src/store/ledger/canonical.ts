/**
 * 规范文本: a JSON value in the one form in which PostgreSQL prints the jsonb made of it. What is hashed is this text, so that
 * a link can be recomputed from a stored event in SQL alone, and nothing that jsonb tells apart goes unnoticed.
 */
export function canonical(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return numeral(value);
  if (typeof value === "boolean") return value ? "true" : "false";
  if (value === null || value === undefined) return "null";
  return Array.isArray(value) ? listText(value) : membersText(value as Record<string, unknown>);
}

interface Member {
  key: string;
  /** what stands before its value, where it is the first and where it is not */
  first: string;
  later: string;
}

interface Shape {
  /** as they come */
  keys: string[];
  /** as jsonb has them */
  members: Member[];
}

/**
 * Objects of one shape come by the thousand: what stands before each member is put together once for each shape. They lie by
 * their first key, and are told apart key by key, which takes a fifth of joining the keys to a name.
 */
const shapes = new Map<string, Shape[]>();
const MANY = 1000;
const FEW = 20;

const memberOf = (key: string): Member => {
  const name = `${JSON.stringify(key)}: `;
  return { key, first: name, later: `, ${name}` };
};

function membersOf(keys: string[]): Member[] {
  const alike = shapes.get(keys[0]!) ?? [];
  const known = alike.find((one) => one.keys.length === keys.length && one.keys.every((key, at) => key === keys[at]));
  if (known) return known.members;
  const members = keys.toSorted(shorterFirst).map(memberOf);
  if (shapes.size === MANY) shapes.clear();
  shapes.set(keys[0]!, [{ keys, members }, ...alike.slice(0, FEW)]);
  return members;
}

const listText = (value: unknown[]): string => (value.length === 0 ? "[]" : `[${value.map(canonical).join(", ")}]`);

function membersText(value: Record<string, unknown>): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return "{}";
  let text = "";
  for (const { key, first, later } of membersOf(keys))
    if (value[key] !== undefined) text += (text === "" ? first : later) + canonical(value[key]);
  return `{${text}}`;
}

/** jsonb compares keys by their bytes, the shorter first. */
const shorterFirst = (one: string, other: string): number =>
  Buffer.byteLength(one) - Buffer.byteLength(other) || Buffer.compare(Buffer.from(one), Buffer.from(other));

/** numeric knows neither infinity in jsonb nor an exponent. */
function numeral(value: number): string {
  if (!Number.isFinite(value)) return "null";
  const text = String(value);
  if (Number.isSafeInteger(value)) return text;
  const [mantissa, exponent] = text.split("e");
  if (exponent === undefined) return text;
  const sign = value < 0 ? "-" : "";
  const [whole, fraction = ""] = mantissa!.replace("-", "").split(".");
  const point = whole!.length + Number(exponent);
  const digits = whole! + fraction;
  return point > 0 ? sign + digits.padEnd(point, "0") : `${sign}0.${"0".repeat(-point)}${digits}`;
}
