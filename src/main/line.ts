import { Refusal, type Refused } from "../domain/refusal.ts";
import { parseInput, splitLine } from "./arguments.ts";
import type { Command, CommandInput } from "./command.ts";
import { allCommands, chooseCommand, commandsUnder } from "./commands.ts";
import { helpOf, helpOfAll } from "./help.ts";

/** 一行命令, understood: a command with its input, or a text to print (the help asked for, or shown to an empty line). */
export type Line = { command: Command; input: CommandInput; data: string | null } | { text: string; asked: boolean };

/** 读命令行: throws the refusal of a line that isn't understood. */
export async function readLine(argv: string[]): Promise<Line> {
  const { words, help, data } = sure(splitLine(argv));
  if (words.length === 0) return { text: helpOfAll(await allCommands()), asked: help };
  if (help) return { text: await helpFor(words), asked: true };
  const { command, rest } = sure(await chooseCommand(words));
  return { command, input: sure(parseInput(command, rest)), data };
}

async function helpFor(words: string[]): Promise<string> {
  const chosen = await chooseCommand(words);
  if ("command" in chosen) return helpOf(chosen.command);
  const under = await commandsUnder(words[0]!);
  if (under.length === 0) throw new Refusal(chosen);
  return helpOfAll(under);
}

function sure<Value extends object>(value: Value | Refused): Value {
  if ("refused" in value) throw new Refusal(value as Refused);
  return value;
}
