/**
 * 规范文本: a JSON value in the one form in which PostgreSQL prints the jsonb made of it. What is hashed is this text, so that
 * a link can be recomputed from a stored event in SQL alone, and nothing that jsonb tells apart goes unnoticed.
 */
export function canonical(value: unknown): string {
  const pieces: string[] = [];
  write(value, pieces);
  return pieces.join("");
}

/** Joined at the end: a text that is added to a hundred times keeps all its parts until it is read. */
function write(value: unknown, into: string[]): void {
  if (typeof value === "string") into.push(JSON.stringify(value));
  else if (typeof value === "number") into.push(numeral(value));
  else if (typeof value === "boolean") into.push(value ? "true" : "false");
  else if (value === null || value === undefined) into.push("null");
  else if (Array.isArray(value)) writeList(value, into);
  else writeMembers(value as Record<string, unknown>, into);
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
  return { key, first: `{${name}`, later: `, ${name}` };
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

function writeList(value: unknown[], into: string[]): void {
  let before = "[";
  for (const one of value) {
    into.push(before);
    write(one, into);
    before = ", ";
  }
  into.push(value.length === 0 ? "[]" : "]");
}

function writeMembers(value: Record<string, unknown>, into: string[]): void {
  const keys = Object.keys(value);
  let isFirst = true;
  for (const { key, first, later } of keys.length === 0 ? [] : membersOf(keys)) {
    if (value[key] === undefined) continue;
    into.push(isFirst ? first : later);
    write(value[key], into);
    isFirst = false;
  }
  into.push(isFirst ? "{}" : "}");
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
