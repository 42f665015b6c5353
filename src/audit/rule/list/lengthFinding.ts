/** 个数不合: what is told of a list that has other items than the text says. */
import type { Finding } from "../../../domain/finding.ts";
import { type Passage, quote } from "../../read/passage.ts";
import { finding } from "../../write.ts";

export function counted(
  passage: Passage,
  from: number,
  to: number,
  said: number,
  found: number,
  confidence: number,
): Finding {
  return finding("listLength", {
    confidence,
    places: [quote(passage, from, to)],
    values: [String(said), String(found)],
    arithmetic: `写作 ${said} 项，列出 ${found} 项`,
    message: `文中说${said}项，列出的是${found}项：“${passage.text.slice(from, Math.min(to, from + 60))}”。`,
  });
}
