import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { auditText } from "../world/audited.ts";

/**
 * 别人写的报告: by four authors who never saw the auditor, and by one who hadn't read its rules yet; `.expected.json` says what
 * was planted, and in which lines.
 */
const reports = ["stranger", "newcomer", "blind", "unseen", "afterwards"].flatMap((author) => {
  const folder = join(import.meta.dirname, author);
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  return files.map((file) => ({ folder, name: file.slice(0, -4) }));
});

interface Planted {
  kind: string;
  lines: number[];
}

/** lines where what was planted elsewhere shows too: an author's README says so, or a share changed so that its column's sum no longer holds */
const traces: Record<string, number[]> = { "04-yanbo-wrapped-pdf": [101], "12-baitan-table": [9] };

/** how many of a report's are found; to be raised, never lowered */
const FOUND: Record<string, number> = {
  "02-zepu-tables-only": 5,
  "04-yanbo-wrapped-pdf": 5,
  "06-suiyuan-quarterly": 4,
  "07-luting-district-bulletin": 5,
  "09-hanquan-yearly": 6,
  "11-qinglu-scorecard": 5,
  "02-lanting-units": 4,
  "04-linshui-towns": 3,
  "06-banqiao-weekly": 5,
  "08-jinsha-quarter": 5,
  "10-haimen-year": 5,
  "12-baitan-table": 6,
  "01-province-bulletin": 5,
  "02-city-monthly-pdf": 5,
  "04-district-weekly": 4,
  "06-year-whitepaper": 4,
  "10-city-management-pdf": 4,
  "12-tables-monthly": 4,
  "13-scorecard": 4,
  "01-city-monthly-web": 4,
  "03-newspaper-short": 3,
  "05-weekly-direct-transfer": 4,
  "07-table-one-cell-per-line": 5,
  "08-unit-assessment-scores": 5,
  "10-by-unit-first-ten": 4,
  "01-linyuan-monthly": 4,
  "03-qingyan-orders": 1,
  "04-yunze-weekly": 1,
  "06-ningpi-yearly": 3,
  "08-wangchuan-county": 1,
  "12-lingchuan-province": 1,
};

/** a false alarm of the set that was written after the auditor's last change: known, and to be mended with the next one */
const ALARMS: Record<string, string[]> = {
  "08-wangchuan-county": ["“通信企业”印作85件，所列2项（县供电公司142件、县自来水公司121件）相加为263，多出178。"],
};

const graded = reports.map(({ folder, name }) => {
  const planted: Planted[] = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), "utf8"));
  const told = auditText(readFileSync(join(folder, `${name}.txt`), "utf8")).filter(
    ({ severity }) => severity !== "low",
  );
  const linesOf = (at: number) => told[at]!.places.map(({ line }) => line ?? 0);
  const touches = (at: number, lines: readonly number[]) => linesOf(at).some((line) => lines.includes(line));
  const known = [...planted.flatMap(({ lines }) => lines), ...(traces[name] ?? [])];
  return {
    name,
    found: planted.filter(({ lines }) => told.some((_, at) => touches(at, lines))).length,
    wrong: told.filter((_, at) => !touches(at, known)).map(({ message }) => message),
  };
});

describe("别人写的报告", () => {
  test.each(graded)("$name：不误报，找到的一处不少", ({ name, found, wrong }) => {
    expect(wrong).toEqual(ALARMS[name] ?? []);
    expect(found).toBeGreaterThanOrEqual(FOUND[name] ?? 0);
  });
});
