/** 提交前读给来电人听: what was noted and what will happen, so that he can put it right while he is on the line. */
import { toldTo } from "../../domain/request/routes.ts";
import { titleOf } from "../../domain/request/title.ts";
import type { Given } from "./given.ts";

function noted({ name, text, place, address }: Given): string {
  const at = [place?.name, address.trim()].filter(Boolean).join("");
  return `${name.trim() ? `${name.trim()}，` : ""}您反映“${titleOf(text) ?? ""}”${at ? `，地点在${at}` : ""}，对吗？`;
}

/** null: there is nothing yet to be read. */
export function readAloud(given: Given, promise: string | null): string | null {
  if (given.text.trim() === "") return null;
  if (given.ending === "refuse") return given.route === null ? null : toldTo(given.route);
  if (given.ending === "resolve") return given.answer.trim() || null;
  if (given.into)
    return `${noted(given)}这件事已经有人反映，${given.into.leadName ?? "热线"}正在办，我们把您的并进去一起办，结果也会告诉您。`;
  const who = given.unit ? `，转给${given.unit.unitName}办理` : "";
  return `${noted(given)}我们现在登记${who}${promise ? `：${promise}` : ""}。`;
}
