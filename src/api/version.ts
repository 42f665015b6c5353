import { type Refused, refuse } from "../domain/refusal.ts";
import type { Visit } from "./visit.ts";

/** 旧版: what the visitor saw has been changed since. */
export const staleVersion = ({ version }: { version: number }, { ifMatch }: Visit): Refused | null =>
  ifMatch === null || ifMatch === version
    ? null
    : refuse("versionConflict", "这条记录刚被别人修改过。", "请刷新后再试。");
