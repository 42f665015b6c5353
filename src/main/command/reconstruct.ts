import { describeDifference } from "../../domain/measure/compare.ts";
import { Refusal, refuse } from "../../domain/refusal.ts";
import { readFigures } from "../../reconstruct/file/read.ts";
import type { Command, CommandInput, Io } from "../command.ts";
import { readJsonObject } from "../jsonFile.ts";
import { DEFAULT_ZONE, refuseUnknownZone } from "../newPlatform.ts";
import { type Planned, planFirst, type Reconstruction, reconstructMonth, type Wanted } from "../reconstruct/run.ts";

const MOST_SEED = 2 ** 53 - 1;

function seedOf(value: CommandInput["options"][string]): number {
  const seed = typeof value === "string" && /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
  if (seed <= MOST_SEED) return seed;
  throw new Refusal(refuse("invalidSeed", `“${value}”不能作种子。`, "请写成不超过 9007199254740991 的非负整数。"));
}

/** `first`: planned already, where there was no database yet */
type Asked = Wanted & { ignored: string[]; first?: Planned };

async function read({ arguments: given, options }: CommandInput, io: Pick<Io, "open">): Promise<Asked> {
  const zone = typeof options.zone === "string" ? options.zone : DEFAULT_ZONE;
  refuseUnknownZone(zone);
  const seed = seedOf(options.seed ?? "1");
  const figures = readFigures(await readJsonObject(io, given.文件!));
  if ("refused" in figures) throw new Refusal(figures);
  return { ...figures, seed, zone, replace: options.replace === true };
}

function sayIgnored(io: Io, ignored: string[]): void {
  if (ignored.length > 0)
    io.err(`没有用到的内容：${ignored.slice(0, 20).join("、")}${ignored.length > 20 ? "等" : ""}\n`);
}

function sayConflicts(io: Io, { conflicts, differences, given }: Reconstruction): void {
  if (conflicts.length > 0) io.err(`文件中有 ${conflicts.length} 处没有任何记录能同时满足：\n`);
  conflicts.forEach((conflict, at) => {
    io.err(`${at + 1}. ${conflict.reason}。\n   矛盾的最小组合：${conflict.leaves.join("、")}\n`);
  });
  if (differences.length === 0) return;
  const why = given.length > 0 ? `（${given.join("、")}的记录保持原样）` : "";
  io.err(`另有 ${differences.length} 处与文件不同${why}：\n`);
  for (const difference of differences) io.err(`   ${describeDifference(difference)}\n`);
}

const summary = ({ platform, month, made }: Reconstruction) =>
  `已重建${platform.name} ${month} 及其上月：来电 ${made.calls} 通，诉求 ${made.requests} 件，派发工单 ${made.orders} 件，事件 ${made.events} 条。\n`;

/** 重建: makes synthetic records that have exactly the published figures, and names what no records can have. */
export const reconstruct: Command = {
  name: "reconstruct",
  summary: "由已发布的月度数字生成与之完全一致的模拟记录",
  arguments: [{ name: "文件", summary: "数字文件（JSON），可以只有一部分数字" }],
  options: [
    { name: "seed", value: "整数", summary: "随机种子；种子相同，记录相同", preset: "1" },
    { name: "zone", value: "时区", summary: "新建平台的时区", preset: DEFAULT_ZONE },
    { name: "replace", value: null, summary: "先撤回该平台以前重建的全部记录" },
    { name: "json", value: null, summary: "结果输出为 JSON" },
  ],
  database: "shared",
  makesDatabase: true,
  async check(input, io, signal) {
    const asked = await read(input, io);
    return { ...asked, first: await planFirst(asked.file, { progress: io.progress, signal }) };
  },
  async run(input, { db, checked, io, now, signal }) {
    const { ignored, first, ...wanted } = (checked as Asked | undefined) ?? (await read(input, io));
    sayIgnored(io, ignored);
    const result = await reconstructMonth(db, wanted, now(), { progress: io.progress, signal }, first);
    sayConflicts(io, result);
    const { platform, ...rest } = result;
    const json = () => `${JSON.stringify({ platform: platform.name, ...rest }, null, 2)}\n`;
    io.out(input.options.json ? json() : summary(result));
    return 0;
  },
};
