import { isMeasured, type Measured } from "../../domain/measure/measured.ts";
import type { ReportFacts } from "../facts.ts";

/** an entry of a list is known by the name it stands for, wherever it stands: the first words in it */
function nameOf(entry: unknown, at: number): string {
  if (typeof entry !== "object" || entry === null || isMeasured(entry)) return String(at);
  const names = Object.entries(entry).filter(([, value]) => typeof value === "string");
  return names.length === 0 ? String(at) : names.map(([, value]) => value).join(" ");
}

function* walk(value: unknown, path: string): Iterable<[string, Measured]> {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const [at, entry] of value.entries()) yield* walk(entry, `${path}[${nameOf(entry, at)}]`);
  } else if (isMeasured(value)) yield [path, value];
  else for (const [key, inner] of Object.entries(value)) yield* walk(inner, path === "" ? key : `${path}.${key}`);
}

/** 增选的数 stand under this name */
export const FURTHER = "further";

/**
 * 数字的名号: every figure that a report may print, by the path that finds it again when the records have changed: entries of
 * a list by their names (topCategories[城乡建设].count), so that a bound figure follows its name and not its rank.
 */
export function figurePaths({
  figures,
  more,
  further,
}: Pick<ReportFacts, "figures" | "more" | "further">): Map<string, Measured> {
  const found = new Map<string, Measured>();
  for (const [path, figure] of [...walk(figures, ""), ...walk(more, "report"), ...walk(further, FURTHER)])
    if (!found.has(path)) found.set(path, figure);
  return found;
}

/** 数字文件里的数: those of the figures that an edition keeps as a file */
export const filedFigures = ({ figures }: Pick<ReportFacts, "figures">): Set<Measured> =>
  new Set(Array.from(walk(figures, ""), ([, figure]) => figure));

/** 反查: the path of a very figure */
export const pathsOf = (figures: ReadonlyMap<string, Measured>): Map<Measured, string> =>
  new Map([...figures].map(([path, figure]) => [figure, path]));
