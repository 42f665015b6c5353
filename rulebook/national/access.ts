/** 登录的门槛: how often a password may be wrong, how long a session lasts. */
import type { RuleRow } from "../../src/domain/rule/rulebook.ts";
import { assumed } from "../row.ts";

const SOURCE = "GB/T 22239-2019 要求限制登录失败次数、超时退出，未规定数值；按通行做法假定";

export const access: RuleRow[] = [
  assumed("threshold", "signInAttempts", { value: 5, words: "口令连续输错5次锁定" }, SOURCE),
  assumed("threshold", "signInLockMinutes", { value: 15, words: "锁定15分钟" }, SOURCE),
  assumed("threshold", "queryCodeAttempts", { value: 5, words: "一个编号的查询码连续输错5次锁定" }, SOURCE),
  assumed("threshold", "queryCodeAttemptsFrom", { value: 20, words: "一个网络地址的查询码输错20次锁定" }, SOURCE),
  assumed("threshold", "queryCodeLockMinutes", { value: 15, words: "查询码锁定15分钟" }, SOURCE),
  assumed("threshold", "sessionIdleMinutes", { value: 30, words: "30分钟没有操作就要重新登录" }, SOURCE),
  assumed("threshold", "sessionHours", { value: 12, words: "登录12小时后要重新登录" }, SOURCE),
];
