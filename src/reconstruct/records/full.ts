import { type Desk, type Made, takeBatch } from "./desk.ts";

/** Events that make a batch worth a write. */
const ENOUGH = 15_000;

/** 满一批即取走 */
export function* full(desk: Desk): Iterable<Made> {
  if (desk.batch.events.length >= ENOUGH) yield takeBatch(desk);
}
