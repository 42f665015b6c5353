import type { Instant } from "../calendar/civil.ts";
import type { Id } from "./event.ts";

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0").slice(-digits);

/**
 * 确定的编号: a uuid of version 7 whose time is `at` and whose other bits come from a digest (at least 10 bytes), so that
 * the same input gives the same id again. The digest is made outside: no hash function lives here.
 */
export function idFrom(digest: Uint8Array, at: Instant): Id {
  const rest = Array.from(digest.subarray(0, 10), (byte) => hex(byte, 2)).join("");
  const time = hex(Math.max(0, at), 12);
  const variant = hex((Number.parseInt(rest.slice(3, 5), 16) & 0x3f) | 0x80, 2);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-${variant}${rest.slice(5, 7)}-${rest.slice(7, 19)}`;
}
