/** 画出来的: of a long list only what is looked at and what lies next to it; the rest is as high as it was, and empty. */
import { type RefObject, useEffect, useRef, useState } from "react";

/** rows that are drawn or left out together; several screens high, so that its neighbours come before they are seen */
export const TOGETHER = 50;

export const batchOf = (row: number): number => Math.floor(row / TOGETHER);

const near = (seen: ReadonlySet<number>, batch: number) => [-1, 0, 1].some((step) => seen.has(batch + step));

/**
 * Watches the table's bodies, one a batch. Answers, for a batch, how high it stands while it isn't drawn, in pixels; null: draw
 * it. The batch of the row that keys move from, `at`, and its neighbours are always drawn.
 */
export function useDrawn(table: RefObject<HTMLTableElement | null>, batches: number, at: number) {
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set([0]));
  const heights = useRef(new Map<number, number>());
  useEffect(() => {
    if (batches === 0 || !table.current) return;
    const bodies = [...table.current.tBodies];
    const watch = new IntersectionObserver((entries) =>
      setSeen((before) => {
        const next = new Set(before);
        for (const { target, isIntersecting, boundingClientRect } of entries) {
          const batch = bodies.indexOf(target as HTMLTableSectionElement);
          heights.current.set(batch, boundingClientRect.height);
          if (isIntersecting) next.add(batch);
          else next.delete(batch);
        }
        return next;
      }),
    );
    for (const body of bodies) watch.observe(body);
    return () => watch.disconnect();
  }, [table, batches]);
  return (batch: number): number | null =>
    near(seen, batch) || near(new Set([batchOf(at)]), batch) ? null : (heights.current.get(batch) ?? null);
}
