/** 图的调适: a chart that would leave the foot of a page white is drawn a little smaller where it then fits below its text. */
import { page } from "./layout.ts";
import type { Drawn } from "./pdfData.ts";

/** 各图的宽 by file, in percent of the text */
export type Widths = Record<string, number>;

/** Where a chart stands, or where the paragraph before it ends; `y` in millimetres from the top of the page. */
export interface PlaceOf {
  file: string;
  what: "before" | "chart";
  page: number;
  y: number;
}

/** Smaller than this part of its usual width a chart is no longer easy to read: it rather begins the next page. */
const LEAST = 0.72;
/** From the paragraph's last line to the foot of the caption, without the picture, in millimetres. */
const AROUND = 14.5;

/**
 * 调适一步: the widths with the first chart fitted that stands on the page after its paragraph but has room below it, drawn
 * smaller; null where there is none. Every chart is fitted at most once, so that this ends.
 */
export function fittedWidths(charts: Drawn[], widths: Widths, places: PlaceOf[]): Widths | null {
  for (const { file, width, height } of charts) {
    const [before, chart] = (["before", "chart"] as const).map((what) =>
      places.find((one) => one.file === file && one.what === what),
    );
    if (!before || !chart || chart.page === before.page || widths[file] !== width) continue;
    const share = (page.height - page.bottom - before.y - AROUND) / height;
    if (share >= LEAST && share < 1) return { ...widths, [file]: width * share };
  }
  return null;
}
