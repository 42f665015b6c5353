import { Refusal, refuse } from "../domain/refusal.ts";
import { jsonFault } from "../reconstruct/file/jsonFault.ts";
import type { Io } from "./command.ts";

/** larger is no figures file */
const LIMIT = 16 << 20;

/** 读 JSON 文件 of the caller's; refuses one that is too large, not UTF-8, or no JSON object. */
export async function readJsonObject(io: Pick<Io, "open">, path: string): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await io.open(path)) {
    chunks.push(chunk as Buffer);
    if ((size += (chunk as Buffer).length) > LIMIT)
      throw new Refusal(refuse("fileTooLarge", `“${path}”超过 16 MB，不是数字文件。`));
  }
  const value = parsed(path, Buffer.concat(chunks));
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Refusal(refuse("notFigures", `“${path}”不是数字文件。`, "最外层应当是一个 JSON 对象。"));
}

function decoded(path: string, bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(refuse("notJson", `“${path}”不是 UTF-8 编码的文件。`, "请另存为 UTF-8 编码的 JSON 文件。"));
  }
}

function parsed(path: string, bytes: Buffer): unknown {
  const text = decoded(path, bytes);
  try {
    return JSON.parse(text);
  } catch {
    const fault = jsonFault(text);
    const what = fault?.found ? `“${fault.found}”不该出现在这里` : "文件到这里就断了";
    const where = fault ? `：第${fault.line}行第${fault.column}列，${what}` : "";
    throw new Refusal(refuse("notJson", `“${path}”不是完整的 JSON 文件${where}。`));
  }
}
