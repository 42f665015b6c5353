import { Refused, Unreachable } from "../shell/ask.ts";

/** 一句话和下一步 for whatever went wrong. */
export function sentenceOf(error: unknown): { sentence: string; next: string; fields: string[] } {
  if (error instanceof Refused) {
    const { code, title, detail, fields } = error.problem;
    // its own sentence is for those who write programs
    if (code === "keyReused")
      return { sentence: "先前送出的那一次已经办成，后来改的没有送上。", next: "请刷新，看现在是怎样。", fields: [] };
    return { sentence: title, next: detail ?? "", fields: (fields ?? []).map(({ message }) => message) };
  }
  if (error instanceof Unreachable)
    return { sentence: "没有连上服务器。", next: "您填的内容已存在本机，网络恢复后再试一次。", fields: [] };
  return { sentence: "这一页出错了。", next: "您填的内容还在，请刷新；还不行请告诉管理员。", fields: [] };
}
