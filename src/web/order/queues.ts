/** 承办单位台的各队列: each as its list is asked for, in the order in which they press. */
import type { UnitQueues } from "./data.ts";

export interface Queue {
  key: keyof UnitQueues | "answered";
  name: string;
  /** whose shape and colour stands before it */
  clock?: string;
  query: Record<string, string>;
  /** when nothing is in it */
  empty: string;
  /** shown only while there is something in it */
  rare?: boolean;
}

const turn = (query: Record<string, string>) => ({ sort: "turn", ...query });

// biome-ignore format: one line a queue, so that it reads as a table
export const queues: readonly Queue[] = [
  { key: "acknowledge", name: "待签收",     query: turn({ task: "acknowledge" }),         empty: "没有待签收的工单。新派来的会自动出现在这里。" },
  { key: "urgent",      name: "紧急",       query: turn({ urgent: "true", task: "acknowledge,handle" }), empty: "没有紧急的工单。", rare: true },
  { key: "soon",        name: "临期",       query: turn({ clock: "soon" }),    clock: "blue",   empty: "没有临期的工单。" },
  { key: "due",         name: "到期",       query: turn({ clock: "due" }),     clock: "yellow", empty: "没有刚过期限的工单。" },
  { key: "overdue",     name: "超期",       query: turn({ clock: "overdue" }), clock: "red",    empty: "没有超期的工单。" },
  { key: "rejected",    name: "被驳回",     query: turn({ cause: "rejected" }),            empty: "没有退单被驳回、要接着办的工单。" },
  { key: "again",       name: "返工、重办", query: turn({ cause: "rework,reopened" }),     empty: "没有返工或重办的工单。" },
  { key: "verify",      name: "请核实",     query: turn({ task: "verify" }),               empty: "没有请本单位核实的退单。", rare: true },
  { key: "handle",      name: "在办",       query: turn({ task: "handle" }),               empty: "没有正在办理的工单。" },
  { key: "ruling",      name: "退单待裁定", query: turn({ task: "ruling" }),               empty: "没有等裁定的退单。" },
  { key: "answered",    name: "已办结",     query: { stage: "resolved,reviewed,followedUp" }, empty: "没有等审核或回访的工单。" },
];
