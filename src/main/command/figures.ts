import { computeMonth } from "../../api/report/compute.ts";
import { type CivilDate, isCivilDate } from "../../domain/calendar/civil.ts";
import { isMonth } from "../../domain/calendar/month.ts";
import { compareFigures, describeDifference } from "../../domain/measure/compare.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { toFile } from "../../domain/measure/toFile.ts";
import { Refusal, refuse } from "../../domain/refusal.ts";
import { underFormulasOf } from "../../domain/rule/otherwise.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import { choosePlatform } from "../choosePlatform.ts";
import type { Command } from "../command.ts";
import { readJsonObject } from "../jsonFile.ts";

/** 月份选项; refuses what is no month. */
export function monthOption(value: unknown): string {
  if (typeof value === "string" && isMonth(value)) return value;
  throw new Refusal(refuse("invalidMonth", `“${value}”不是月份。`, "请写成 2022-11 的样子。"));
}

function dayOption(value: unknown): CivilDate {
  if (typeof value === "string" && isCivilDate(value)) return value;
  throw new Refusal(refuse("invalidDate", `“${value}”不是日期。`, "请写成 2022-10-31 的样子。"));
}

/** 月度数字: computed from records; compared with a published file, every leaf that differs is printed and the exit is 1. */
export const figures: Command = {
  name: "figures",
  summary: "由记录计算某月的全部数字，或与已发布的数字逐项核对",
  arguments: [],
  options: [
    { name: "month", value: "月份", summary: "如 2022-11", required: true },
    { name: "platform", value: "名称", summary: "热线平台；只有一个时可省略" },
    { name: "json", value: null, summary: "输出 JSON（数字文件的格式）" },
    { name: "formulas-of", value: "日期", summary: "按那一天的口径和评分算（另算，不改任何东西）" },
    { name: "compare", value: "文件", summary: "与这个数字文件核对，列出每一处不同" },
  ],
  database: "shared",
  async run({ options }, { db, io, now }) {
    const month = monthOption(options.month);
    const platform = await choosePlatform(db, options.platform as string | undefined);
    const published = options.compare === undefined ? null : await readJsonObject(io, options.compare as string);
    const day = options["formulas-of"] === undefined ? null : dayOption(options["formulas-of"]);
    const under = (book: Rulebook) => (day === null ? book : underFormulasOf(book, day));
    const { figures: computed, source } = await computeMonth(db, platform, month, { now: now(), under });
    const file = toFile(computed);
    if (published === null) {
      io.out(options.json ? `${JSON.stringify(file, null, 2)}\n` : lines(file, "").join(""));
      return 0;
    }
    const aliases = Object.fromEntries((source.rulebook.rows.alias ?? []).map((row) => [row.key, row.value.of]));
    const differences = compareFigures(published as FiguresFile, file, aliases);
    if (options.json) io.out(`${JSON.stringify(differences, null, 2)}\n`);
    else for (const difference of differences) io.out(`${describeDifference(difference)}\n`);
    io.err(differences.length === 0 ? "全部一致。\n" : `共 ${differences.length} 处不同。\n`);
    return differences.length === 0 ? 0 : 1;
  },
};

/** one line per leaf: its path and its value */
function lines(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [`${path}\t${value ?? "—"}\n`];
  return Object.entries(value).flatMap(([key, inner]) =>
    lines(inner, Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`),
  );
}
