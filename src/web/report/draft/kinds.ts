/** 可改的文字有三种: what each is called where it is changed. */
import type { Part, Text } from "./data.ts";

interface Called {
  /** 改什么 */
  change: string;
  box: string;
  save: string;
  hint: string;
  none: string;
}

const WHOLE = "数字是整块的：退格删掉整块，要换一个就从数字表里放。";

export const called: Record<Text["kind"], Called> = {
  paragraph: {
    ...{ change: "改这一段", box: "这一段的文字", save: "存这一段", none: "（不印这一段）" },
    hint: `${WHOLE}空着就不印这一段。`,
  },
  heading: {
    ...{ change: "改这个标题", box: "标题的文字", save: "存标题", none: "" },
    hint: "序号自动编，不用写。标题不能空着：不要这一节，请在目录里不勾它。",
  },
  notes: {
    ...{ change: "改注", box: "注的文字", save: "存注", none: "（不印注）" },
    hint: `一条一行，回车另起一条，序号自动编。${WHOLE}全空着就不印注。`,
  },
};

export interface Line {
  parts: Part[];
  typed: Text["typed"];
}

/** 一条一行: parts cut at the ends of lines, with what was typed by hand in each */
export function linesOf({ parts, typed }: Pick<Text, "parts" | "typed">): Line[] {
  const lines: Line[] = [{ parts: [], typed: [] }];
  for (const [part, piece] of parts.entries()) {
    if (typeof piece !== "string") {
      lines.at(-1)!.parts.push(piece);
      continue;
    }
    let from = 0;
    for (const [nth, words] of piece.split("\n").entries()) {
      if (nth > 0) lines.push({ parts: [], typed: [] });
      const line = lines.at(-1)!;
      const until = from + words.length;
      const own = typed.filter((one) => one.part === part && one.at >= from && one.at < until);
      line.typed.push(...own.map((one) => ({ ...one, part: line.parts.length, at: one.at - from })));
      line.parts.push(words);
      from = until + 1;
    }
  }
  return lines.filter((line) => line.parts.some((one) => typeof one !== "string" || one.trim() !== ""));
}
