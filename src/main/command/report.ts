import { Refusal, refuse } from "../../domain/refusal.ts";
import { type Format, formats } from "../../report/files.ts";
import { choosePlatform } from "../choosePlatform.ts";
import type { Command } from "../command.ts";
import { writeReport } from "../writeReport.ts";
import { monthOption } from "./figures.ts";

/** 月报: writes the month's report into a folder, one file per format. */
export const report: Command = {
  name: "report",
  summary: "写出某月的运行情况分析报告",
  arguments: [],
  options: [
    { name: "month", value: "月份", summary: "如 2022-11", required: true },
    { name: "out", value: "目录", summary: "写到哪里", preset: "out" },
    { name: "formats", value: "格式", summary: "用逗号隔开", preset: formats.join(",") },
    { name: "platform", value: "名称", summary: "热线平台；只有一个时可省略" },
  ],
  database: "shared",
  async run({ options }, { db, io, now }) {
    const month = monthOption(options.month);
    const chosen = formatsOf(options.formats as string);
    const platform = await choosePlatform(db, options.platform as string | undefined);
    const wanted = { platform, month, folder: options.out as string, formats: chosen };
    const paths = await writeReport(db, wanted, now(), io);
    io.out(`${paths.join("\n")}\n`);
    return 0;
  },
};

function formatsOf(text: string): Format[] {
  const asked = text.split(",").map((format) => format.trim());
  const unknown = asked.find((format) => !formats.includes(format as Format));
  if (unknown === undefined) return [...new Set(asked)] as Format[];
  throw new Refusal(refuse("unknownFormat", `不能写成“${unknown}”格式。`, `可用的格式：${formats.join("、")}。`));
}
