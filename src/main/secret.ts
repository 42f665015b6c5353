/** 输入口令: from the terminal without showing it, or from a pipe; never from the command line, which others can list. */
import { createInterface, emitKeypressEvents } from "node:readline";
import type { ReadStream } from "node:tty";
import { Refusal, refuse } from "../domain/refusal.ts";

type Input = NodeJS.ReadableStream & Partial<Pick<ReadStream, "isTTY" | "setRawMode">>;
type Output = NodeJS.WritableStream;

const interrupted = () => new Refusal(refuse("secretMissing", "没有输入口令。", "请再运行一次。"));

async function firstLine(input: Input): Promise<string> {
  for await (const line of createInterface({ input })) return line;
  throw interrupted();
}

type Key = { name?: string; ctrl?: boolean };

/** What one key makes of the line so far; null gives up, true ends it. */
function pressed(text: string, given: string | undefined, { name, ctrl }: Key): string | true | null {
  if (ctrl) return name === "c" || name === "d" ? null : text;
  if (name === "return" || name === "enter") return true;
  if (name === "backspace") return [...text].slice(0, -1).join("");
  return text + (given ?? "");
}

/** A line for each prompt, typed unseen; Ctrl-C and Ctrl-D give up. What is typed ahead counts. */
function typed(input: Input, output: Output, prompts: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  let text = "";
  const ask = () => output.write(`${prompts[lines.length]}：`);
  return new Promise<string[]>((resolve, reject) => {
    const press = (given: string | undefined, key: Key) => {
      const next = pressed(text, given, key);
      if (typeof next === "string") text = next;
      else output.write("\n");
      if (next === true) lines.push(text);
      if (next === true) text = "";
      if (next === true && lines.length < prompts.length) ask();
      else if (typeof next !== "string") {
        input.off("keypress", press);
        input.setRawMode?.(false);
        input.pause();
        if (next === null) reject(interrupted());
        else resolve(lines);
      }
    };
    emitKeypressEvents(input);
    input.setRawMode?.(true);
    input.on("keypress", press);
    input.resume();
    ask();
  });
}

/** 问口令: typed twice at a terminal; the first line of what is piped in. */
export async function askSecret(input: Input, output: Output, prompt: string): Promise<string> {
  if (!input.isTTY) return firstLine(input);
  const [first, second] = await typed(input, output, [prompt, "再输一次"]);
  if (first !== second) throw new Refusal(refuse("secretsDiffer", "两次输入的不一样。", "请再运行一次。"));
  return first!;
}
