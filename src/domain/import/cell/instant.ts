/** 时刻与日期的写法: what exports of old systems and spreadsheets write, read in the platform's zone. */
import { addDays, type CivilDate, type Instant, isCivilDate } from "../../calendar/civil.ts";
import { isMonth } from "../../calendar/month.ts";
import { endOfDay, localTime, startOfDay } from "../../calendar/zone.ts";
import { type CellContent, type CellKind, plainText, shown, type Wrong, wrong } from "./cell.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const DATE = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日)/;
const TIME = /^(?:[T ]*)(\d{1,2})(?::|时)(\d{1,2})(?:分$|(?::|分)(\d{1,2})秒?(?:[.](\d{1,3})\d*)?)?$/;
const OFFSET = /(Z|[+-]\d{2}:?\d{2})$/;

const two = (text: string) => text.padStart(2, "0");

interface Wall {
  date: CivilDate;
  /** milliseconds since the clock showed 00:00 */
  time: number;
}

/** An Excel serial number: days since 1899-12-30, exact to the millisecond by rounding. */
const fromSerial = (serial: number): number => Math.round(serial * DAY) + Date.UTC(1899, 11, 30);

function wallOfUtc(ms: number): Wall {
  const date = new Date(ms).toISOString().slice(0, 10);
  return { date, time: ms - Date.parse(`${date}T00:00:00Z`) };
}

interface Written {
  date: CivilDate;
  /** how many characters it takes */
  length: number;
}

function civilDate(text: string): Written | null {
  const found = DATE.exec(text);
  if (!found) return null;
  const [year, month, day] = found.slice(1).filter((part) => part !== undefined) as [string, string, string];
  const date = `${year}-${two(month)}-${two(day)}`;
  return isCivilDate(date) ? { date, length: found[0].length } : null;
}

const dates = new Map<string, Written | null>();

/** A file has many rows of few days: what stands before the first blank or T is read once. */
function dateIn(text: string): Written | null {
  const end = text.search(/[ T]/);
  const first = end < 0 ? text : text.slice(0, end);
  const known = dates.get(first);
  if (known !== undefined) return known;
  if (dates.size > 20_000) dates.clear();
  const read = civilDate(first);
  dates.set(first, read);
  return read;
}

function timeOfDay(text: string): number | null {
  if (text.trim() === "") return 0;
  const found = TIME.exec(text);
  if (!found) return null;
  const [hours, minutes, seconds] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return hours * HOUR + minutes * 60_000 + seconds * 1000 + Number((found[4] ?? "").padEnd(3, "0"));
}

function wallOf(text: string): Wall | null {
  const found = dateIn(text);
  const time = found && timeOfDay(text.slice(found.length));
  return found && time !== null ? { date: found.date, time } : null;
}

const days = new Map<string, { start: Instant; length: number }>();

function dayIn(zone: string, date: CivilDate) {
  const key = zone + date;
  const known = days.get(key);
  if (known) return known;
  if (days.size > 20_000) days.clear();
  const start = startOfDay(date, zone);
  const made = { start, length: endOfDay(date, zone) - start };
  days.set(key, made);
  return made;
}

const clock = (time: number) => new Date(time).toISOString().slice(11, 16);

/** The instant at which a clock in the zone shows that; null where summer time skips it, the earlier where it comes twice. */
function instantAt({ date, time }: Wall, zone: string): Instant | null {
  const { start, length } = dayIn(zone, date);
  if (length === DAY) return start + time;
  const shown = `${date} ${clock(time)}`;
  return [time - HOUR, time, time + HOUR].map((ms) => start + ms).find((at) => localTime(at, zone) === shown) ?? null;
}

function withOffset(text: string): Instant | null {
  const offset = OFFSET.exec(text)?.[1];
  const wall = offset ? wallOf(text.slice(0, -offset.length)) : null;
  if (!offset || !wall || !text.includes("T")) return null;
  const utc = Date.parse(`${wall.date}T00:00:00Z`) + wall.time;
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})/.exec(offset) ?? [];
  return hours ? utc - (sign === "-" ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * 60_000) : utc;
}

function readInstant(content: CellContent, zone: string): Instant | Wrong {
  return instantOf(content, zone) ?? wrong(`${shown(content)}不是有效的时间，应如 2022-11-03 09:05`);
}

function instantOf(content: CellContent, zone: string): Instant | null {
  if (typeof content === "string") {
    const text = content.normalize("NFKC").trim();
    const wall = wallOf(text);
    return wall ? instantAt(wall, zone) : withOffset(text);
  }
  if (content instanceof Date) return instantAt(wallOfUtc(content.getTime()), zone);
  return content > 10_000 && content < 2_958_466 ? instantAt(wallOfUtc(fromSerial(content)), zone) : null;
}

function printInstant(at: Instant, zone: string): string {
  const date = dateAt(at, zone);
  const { start, length } = dayIn(zone, date);
  if (length !== DAY) return new Date(at).toISOString();
  return `${date} ${new Date(at - start).toISOString().slice(11, 23)}`;
}

function dateAt(at: Instant, zone: string): CivilDate {
  const guess = new Date(at + 8 * HOUR).toISOString().slice(0, 10);
  const holds = (date: CivilDate) => {
    const { start, length } = dayIn(zone, date);
    return start <= at && at < start + length;
  };
  return [guess, addDays(guess, -1), addDays(guess, 1)].find(holds)!;
}

function readDate(content: CellContent): CivilDate | Wrong {
  const refused = wrong(`${shown(content)}不是有效的日期，应如 2022-11-03`);
  if (typeof content === "number")
    return content > 10_000 && content < 2_958_466 ? wallOfUtc(fromSerial(content)).date : refused;
  if (content instanceof Date) return content.toISOString().slice(0, 10);
  return wallOf(content.normalize("NFKC").trim())?.date ?? refused;
}

function readMonth(content: CellContent): string | Wrong {
  if (content instanceof Date) return content.toISOString().slice(0, 7);
  const text = plainText(content);
  const [, year, month] = (typeof text === "string" && /^(\d{4})[-/.年](\d{1,2})月?$/.exec(text)) || [];
  const found = `${year}-${two(month ?? "")}`;
  return isMonth(found) ? found : wrong(`${shown(content)}不是有效的月份，应如 2022-11`);
}

/** 时刻: read and printed in the platform's zone, to the millisecond; refuses a time that doesn't exist. */
export const instant: CellKind = {
  read: (content, names) => readInstant(content, names.zone),
  print: (at, names) => printInstant(at, names.zone),
};

/** 日期 */
export const date: CellKind = { read: readDate, print: (value) => value };

/** 月份 */
export const month: CellKind = { read: readMonth, print: (value) => value };
