import type { Instant } from "../calendar/civil.ts";
import type { Id } from "./event.ts";

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/**
 * 确定的编号: a uuid of version 7 whose time is `at` and whose other bits come from a digest (at least 10 bytes), so that
 * the same input gives the same id again. The digest is made outside: no hash function lives here.
 */
export function idFrom(digest: Uint8Array, at: Instant): Id {
  const time = Math.max(0, at).toString(16).padStart(12, "0");
  let rest = "";
  for (let byte = 2; byte < 10; byte += 1) rest += BYTES[byte === 2 ? (digest[2]! & 0x3f) | 0x80 : digest[byte]!];
  const version = `7${BYTES[digest[0]!]}${BYTES[digest[1]!]![0]}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${rest.slice(0, 4)}-${rest.slice(4)}`;
}
