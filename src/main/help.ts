import type { Command } from "./command.ts";

/** 显示宽度: a Chinese character takes two columns of a terminal. */
const width = (text: string) => [...text].reduce((sum, character) => sum + (character > "\u2e7f" ? 2 : 1), 0);

function columns(rows: [string, string][]): string {
  const widest = Math.max(...rows.map(([left]) => width(left)));
  return rows.map(([left, right]) => `  ${left}${" ".repeat(widest - width(left) + 2)}${right}\n`).join("");
}

const section = (title: string, rows: [string, string][]) =>
  rows.length === 0 ? "" : `\n${title}：\n${columns(rows)}`;

const everywhere: [string, string][] = [
  ["--data 目录", "数据目录，默认取环境变量 REXIAN_DATA，再默认 ./data"],
  ["--help", "显示说明"],
];

const environment: [string, string][] = [
  ["REXIAN_DATA", "数据目录"],
  ["DATABASE_URL", "PostgreSQL（15 或更高）的地址；不设则用数据目录里的内嵌数据库"],
  ["REXIAN_KEY", "密钥文件，默认是数据目录旁边的“数据目录名.key”"],
  ["REXIAN_PROXY", "前面的反向代理的地址或网段，用逗号分开；设了才相信它说的来访者地址"],
  ["REXIAN_DEBUG", "设为 1 时，程序出错会打印详细位置"],
];

/** 命令一览: what `rexian --help` prints. */
export const helpOfAll = (commands: Command[]): string =>
  "热线（rexian）：12345 政务服务便民热线的开放平台\n\n用法：rexian 命令 [参数] [选项]\n" +
  section(
    "命令",
    commands.map((command) => [signature(command), command.summary]),
  ) +
  section("通用选项", everywhere) +
  section("环境变量", environment) +
  "\n每个命令的说明：rexian 命令 --help\n";

/** 命令说明: what `rexian <command> --help` prints. */
export const helpOf = (command: Command): string =>
  `${command.summary}\n\n用法：rexian ${signature(command)}${command.options.length > 0 ? " [选项]" : ""}\n` +
  section(
    "参数",
    command.arguments.map((argument) => [argument.name, argument.summary]),
  ) +
  section("选项", [
    ...command.options.map((option): [string, string] => [
      `--${option.name}${option.value === null ? "" : ` ${option.value}`}`,
      option.summary + (option.required ? "（必填）" : "") + (option.preset ? `（默认 ${option.preset}）` : ""),
    ]),
    ...everywhere,
  ]);

const signature = (command: Command) =>
  [command.name, ...command.arguments.map((a) => (a.optional ? `[${a.name}]` : a.name))].join(" ");
