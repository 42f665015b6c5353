import { type Refused, refuse } from "../domain/refusal.ts";
import type { Command, CommandInput } from "./command.ts";

/** 通用选项: understood by every command, anywhere on the line. */
export interface Line {
  words: string[];
  help: boolean;
  data: string | null;
}

const isOption = (word: string) => /^-(-|\D)/.test(word);

/** 拆出通用选项: takes `--help`, `-h` and `--data DIR` out of the words; refuses `--data` without a folder. */
export function splitLine(argv: string[]): Line | Refused {
  const line: Line = { words: [], help: false, data: null };
  for (let i = 0; i < argv.length; i += 1) {
    const word = argv[i]!;
    if (word === "--") return { ...line, words: [...line.words, ...argv.slice(i)] };
    if (word === "--help" || word === "-h") line.help = true;
    else if (word.startsWith("--data=")) line.data = word.slice("--data=".length);
    else if (word === "--data") line.data = argv[(i += 1)] ?? "";
    else line.words.push(word);
  }
  return line.data === "" || line.data?.startsWith("--")
    ? refuse("usageNoValue", "选项 --data 后面要写数据目录。")
    : line;
}

/** 解析命令行: the words after a command's name → its arguments and options; refuses what the command doesn't declare. */
export function parseInput(command: Command, words: string[]): CommandInput | Refused {
  const given: string[] = [];
  const options: CommandInput["options"] = {};
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]!;
    if (word === "--") {
      given.push(...words.slice(i + 1));
      break;
    }
    if (!isOption(word)) {
      given.push(word);
      continue;
    }
    const [name, inline] = word.startsWith("--") ? splitAtEquals(word.slice(2)) : [null, null];
    const option = command.options.find((candidate) => candidate.name === name);
    if (!option) return wrong(command, "usageUnknownOption", `没有选项 ${word.split("=")[0]}。`);
    if (option.value === null && inline !== null) return wrong(command, "usageValue", `选项 --${option.name} 不带值。`);
    const value = option.value === null ? true : (inline ?? words[(i += 1)]);
    if (value === undefined || value === "" || (inline === null && value !== true && value.startsWith("--")))
      return wrong(command, "usageNoValue", `选项 --${option.name} 后面要写${option.value}。`);
    options[option.name] = value;
  }
  return checked(command, given, options);
}

function splitAtEquals(text: string): [string, string | null] {
  const at = text.indexOf("=");
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

function checked(command: Command, given: string[], options: CommandInput["options"]): CommandInput | Refused {
  const missing = command.arguments.find((argument, at) => !argument.optional && given[at] === undefined);
  if (missing) return wrong(command, "usageMissingArgument", `缺少参数 ${missing.name}（${missing.summary}）。`);
  const extra = given[command.arguments.length];
  if (extra !== undefined) return wrong(command, "usageExtraArgument", `多余的参数“${extra}”。`);
  for (const option of command.options) if (option.preset !== undefined) options[option.name] ??= option.preset;
  const absent = command.options.find((option) => option.required && options[option.name] === undefined);
  if (absent) return wrong(command, "usageMissingOption", `缺少选项 --${absent.name}（${absent.summary}）。`);
  const named = command.arguments.flatMap((argument, at) =>
    given[at] === undefined ? [] : [[argument.name, given[at]] as const],
  );
  return { arguments: Object.fromEntries(named), options };
}

const wrong = (command: Command, code: string, sentence: string) =>
  refuse(code, sentence, `用法见 rexian ${command.name} --help。`);
