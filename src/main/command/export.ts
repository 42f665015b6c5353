import { Readable } from "node:stream";
import { isMonth } from "../../domain/calendar/month.ts";
import { MARK } from "../../domain/import/header.ts";
import { Refusal, refuse } from "../../domain/refusal.ts";
import { csvText } from "../../file/csv/write.ts";
import type { Cell } from "../../file/table/row.ts";
import { xlsxTable } from "../../file/table/writeXlsx.ts";
import { logAccess } from "../../store/access/log.ts";
import { isDemonstrationOf } from "../../store/platform.ts";
import { rulebookOf } from "../../store/rules.ts";
import { choosePlatform } from "../choosePlatform.ts";
import type { Command, CommandInput, CommandOption } from "../command.ts";
import { type ExportKind, exportKinds, exportRows } from "../import/export.ts";

type Write = (name: string, rows: AsyncIterable<Cell[]>) => Readable;

const formats: Record<string, Write> = {
  csv: (_, rows) => Readable.from(csvText(rows)),
  xlsx: xlsxTable,
};

const text = (value: string | true | undefined) => (typeof value === "string" ? value : undefined);

function writerFor(path: string): Write {
  const write = formats[path.toLowerCase().split(".").at(-1) ?? ""];
  if (!write) throw new Refusal(refuse("unknownFormat", `不能导出为“${path}”。`, "文件名请以 .csv 或 .xlsx 结尾。"));
  return write;
}

function months(month: string | undefined, since: string | undefined, isMonthly: boolean): [string, string] {
  if (!isMonthly) return ["2000-01", "2000-01"];
  for (const one of [month, since])
    if (one !== undefined && !isMonth(one))
      throw new Refusal(refuse("invalidMonth", `“${one}”不是月份。`, "请写成 2022-11 的样子。"));
  if (month === undefined)
    throw new Refusal(refuse("usageMissingOption", "缺少选项 --month。", "请写成 --month 2022-11。"));
  if (since !== undefined && since > month)
    throw new Refusal(refuse("invalidMonth", `--since ${since} 晚于 --month ${month}。`));
  return [since ?? month, month];
}

async function* counted(rows: AsyncIterable<Cell[]>, told: (count: number) => void): AsyncGenerator<Cell[]> {
  let count = -1;
  for await (const row of rows) {
    count += 1;
    yield row;
  }
  told(count);
}

const monthly: CommandOption[] = [
  {
    name: "month",
    value: "月份",
    summary: "导出哪个月，如 2022-11；跨到本月的工单和它们的诉求一并导出",
    required: true,
  },
  { name: "since", value: "月份", summary: "从哪个月起，默认就是 --month；环比要连上月一起导出" },
];

const always: CommandOption[] = [
  { name: "platform", value: "名称", summary: "哪个热线平台；只有一个时可省略" },
  { name: "out", value: "文件", summary: "写到哪个 .csv 或 .xlsx 文件", required: true },
];

const personal: CommandOption[] = [
  { name: "personal", value: null, summary: "连同姓名、电话、地址、身份证号一起导出，文件只有属主能读；要写 --reason" },
  { name: "reason", value: "理由", summary: "为什么要导出个人信息，记入访问日志" },
];

function refuseWithoutReason({ personal, reason }: CommandInput["options"]): void {
  if (personal === true && (text(reason)?.trim() ?? "").length < 4)
    throw new Refusal(
      refuse("reasonMissing", "导出个人信息要说明理由，至少四个字。", "请写成 --reason 移交新平台 的样子。"),
    );
}

/** whoever may run commands here may read all of it; what he took out is in the log all the same */
const consoleAccess = (kind: ExportKind, { month, since, personal, reason }: CommandInput["options"]) => ({
  ...{ account: null, number: "", role: "system" as const, operation: `export ${kind.name}`, address: "命令行" },
  ...{ subjectKind: null, subjectId: null, reason: text(reason) ?? null },
  filter: Object.entries({ since, month, personal })
    .flatMap(([name, value]) => (value === undefined ? [] : `${name}=${value}`))
    .join(" "),
});

const hasPersonal = ({ columns }: ExportKind) => columns.some(({ key }) => key === "identityNumber");

const command = (kind: ExportKind): Command => ({
  name: `export ${kind.name}`,
  summary: `导出${kind.noun}（.csv 或 .xlsx），可用 import ${kind.name} 导入到别处`,
  arguments: [],
  options: [...(kind.monthly ? monthly : []), ...always, ...(hasPersonal(kind) ? personal : [])],
  database: "shared",
  async run({ options }, { db, io, now }) {
    const path = text(options.out)!;
    const write = writerFor(path);
    const between = months(text(options.month), text(options.since), kind.monthly);
    refuseWithoutReason(options);
    const platform = await choosePlatform(db, text(options.platform));
    const rulebook = await rulebookOf(db, platform.platform);
    const mark = (await isDemonstrationOf(db, platform)) ? MARK : null;
    const task = { db, platform, rulebook, months: between, personal: options.personal === true };
    let total = 0;
    const rows = counted(exportRows(kind, task, mark), (count) => {
      total = count;
    });
    const access = consoleAccess(kind, options);
    await logAccess(db, platform.platform, access, now());
    const readers = task.personal ? "owner" : "others";
    await io.write(path, write(`${mark ?? ""}${kind.noun}`, rows), readers);
    await logAccess(db, platform.platform, { ...access, found: total }, now());
    io.out(`已导出${kind.noun} ${total} 行到 ${path}。\n`);
    return 0;
  },
});

/** 导出: one command per kind of file. */
export const exports: Command[] = exportKinds.map(command);
