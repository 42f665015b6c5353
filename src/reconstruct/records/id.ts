import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import type { Random } from "./random.ts";

const HEX = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, "0"));

/** 记录编号: a version 7 uuid whose time is `at` and whose other bits come from the generator. */
export function idAt(random: Random, at: Instant): Id {
  const high = Math.floor(at / 65_536);
  const [one, two] = [random.word(), random.word()];
  const time = `${HEX[(high >>> 16) & 0xffff]}${HEX[high & 0xffff]}-${HEX[at % 65_536]}`;
  return `${time}-${HEX[0x7000 | (one & 0xfff)]}-${HEX[0x8000 | ((one >>> 12) & 0x3fff)]}-${HEX[two & 0xffff]}${HEX[two >>> 16]}${HEX[random.word() & 0xffff]}`;
}
