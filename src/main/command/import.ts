import type { Column } from "../../domain/import/column.ts";
import { type Mapping, NO_MAPPING, readMapping } from "../../domain/import/mapping.ts";
import { type RuleFile, rules, units } from "../../domain/import/state/rule.ts";
import { Refusal, refuse } from "../../domain/refusal.ts";
import type { Database } from "../../store/database.ts";
import { isDemonstration } from "../../store/platform.ts";
import type { Command, CommandInput, CommandOption, Context, Io } from "../command.ts";
import { calls } from "../import/kind/calls.ts";
import { county } from "../import/kind/county.ts";
import { followups } from "../import/kind/followups.ts";
import type { Kind } from "../import/kind/kind.ts";
import { orders } from "../import/kind/orders.ts";
import { requests } from "../import/kind/requests.ts";
import { type Filling, platformToFill } from "../import/platform.ts";
import { runRules } from "../import/rules.ts";
import { type Outcome, runImport } from "../import/run.ts";
import { DEFAULT_ZONE } from "../newPlatform.ts";

const MAPPING_LIMIT = 1 << 20;

async function textOf(io: Io, path: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of await io.open(path)) {
    size += (part as Uint8Array).length;
    if (size > MAPPING_LIMIT) throw new Refusal(refuse("badMapping", `对照文件“${path}”过大（超过 1 MB）。`));
    parts.push(part as Uint8Array);
  }
  return Buffer.concat(parts).toString("utf8");
}

async function mappingOf(io: Io, path: string | true | undefined, columns: Column[]): Promise<Mapping> {
  if (typeof path !== "string") return NO_MAPPING;
  const mapping = readMapping(await textOf(io, path), columns);
  if ("refused" in mapping) throw new Refusal(mapping);
  return mapping;
}

const text = (value: string | true | undefined) => (typeof value === "string" ? value : undefined);

function summary(noun: string, outcome: Outcome, { platform, isNew }: Filling, dryRun: boolean): string {
  const { rows, added, changed, unchanged, rejected } = outcome;
  const head = dryRun ? "试运行，没有写入任何内容：" : "";
  const counts = `共 ${rows} 行，新增 ${added}，更新 ${changed}，未变 ${unchanged}，退回 ${rejected}`;
  const made = isNew ? `（平台“${platform.name}”${dryRun ? "将新建" : "已新建"}）` : "";
  return `${head}导入${noun}${made}：${counts}。\n`;
}

/** A demonstration stays one, whatever comes in: who brings real records is told before they are read. */
async function sayWhereTo(db: Database, io: Io): Promise<void> {
  if ((await isDemonstration(db)) === true)
    io.err(
      "这里是演示数据库：导入的内容在本机不用口令就能看到，都带演示字样，短信不会真的发出。正式使用请用 --data 另指一个数据目录。\n",
    );
}

function sayTheRest(io: Io, outcome: Outcome): void {
  if (outcome.unknownColumns.length > 0)
    io.err(`没有用到的列：${outcome.unknownColumns.map((one) => `“${one}”`).join("、")}\n`);
  for (const [note, count] of outcome.notes) io.err(`有 ${count} ${note}。\n`);
}

const options: CommandOption[] = [
  { name: "platform", value: "名称", summary: "导入到哪个热线平台；没有这个名称的就新建；只有一个平台时可省略" },
  { name: "source", value: "名称", summary: "原系统的名称；同一来源的同一编号只进一次", preset: "原系统" },
  { name: "mapping", value: "文件", summary: '列名和用语的对照（JSON：{"他们的列名":"我们的列","values":{…}}）' },
  { name: "rejects", value: "文件", summary: "退回的行写到哪里，默认是“文件名.rejects.csv”" },
  { name: "zone", value: "时区", summary: "新建平台的时区", preset: DEFAULT_ZONE },
  { name: "dry-run", value: null, summary: "只检查并说明将会怎样，什么也不写" },
];

type Run = (filling: Filling, mapping: Mapping, input: CommandInput, context: Context) => Promise<Outcome>;

const dryRunIn = ({ options }: CommandInput) => options["dry-run"] === true;

const fileOf = (input: CommandInput) => {
  const path = input.arguments.文件!;
  return { path, rejects: text(input.options.rejects) ?? `${path}.rejects.csv`, dryRun: dryRunIn(input) };
};

const columnsOf = (columns: Column[]) => columns.map(({ name, required }) => (required ? `${name}*` : name)).join("、");

const command = (file: { name: string; noun: string; columns: Column[] }, run: Run): Command => ({
  name: `import ${file.name}`,
  summary: `导入${file.noun}（.csv 或 .xlsx）`,
  arguments: [
    { name: "文件", summary: `.csv（UTF-8 或 GB18030）或 .xlsx；可用的列（* 必需）：${columnsOf(file.columns)}` },
  ],
  options,
  database: "shared",
  makesDatabase: true,
  async check({ arguments: given }, io) {
    // opened only where there is none, for the sentence that says so: what comes through a pipe can be read but once
    if ((await io.size(given.文件!)) === null) (await io.open(given.文件!)).destroy();
  },
  async run(input, context) {
    const { db, io, now } = context;
    const dryRun = dryRunIn(input);
    const mapping = await mappingOf(io, input.options.mapping, file.columns);
    const zone = text(input.options.zone) ?? DEFAULT_ZONE;
    const filling = await platformToFill(db, text(input.options.platform), { zone, now: now(), dryRun });
    await sayWhereTo(db, io);
    const outcome = await run(filling, mapping, input, context);
    sayTheRest(io, outcome);
    io.out(summary(file.noun, outcome, filling, dryRun));
    return 0;
  },
});

const ofRecords = (kind: Kind): Command =>
  command(kind, (filling, mapping, input, { db, io, now }) => {
    const source = text(input.options.source)!;
    return runImport({ kind, filling, source, mapping, ...fileOf(input) }, { db, io, now: now() });
  });

const ofRules = (file: RuleFile): Command =>
  command(file, (filling, mapping, input, { db, io, now }) =>
    runRules({ file, filling, mapping, ...fileOf(input) }, { db, io, now: now() }),
  );

/** 导入: one command per kind of file. */
export const imports: Command[] = [
  ...[calls, requests, orders, followups, county].map(ofRecords),
  ...[units, rules].map(ofRules),
];
