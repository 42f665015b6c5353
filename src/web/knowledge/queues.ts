/** 知识库的分类: what is looked at, and what an empty list says. */
import type { Role } from "../../domain/access/role.ts";
import { mayWrite, ofHotline } from "./data.ts";

export interface Queue {
  key: string;
  name: string;
  /** where it is counted; null: it isn't */
  path: string | null;
  query: Record<string, string>;
  empty: string;
  for(role: Role): boolean;
}

const everybody = () => true;

export const queues: readonly Queue[] = [
  {
    key: "all",
    name: "全部条目",
    path: "/articles",
    query: {},
    empty: "知识库还是空的。热线办写的、单位提议并经审定的条目会出现在这里。",
    for: everybody,
  },
  {
    key: "soon",
    name: "快到期",
    path: "/articles",
    query: { state: "soon" },
    empty: "没有快到期的条目。",
    for: everybody,
  },
  {
    key: "expired",
    name: "已过期",
    path: "/articles",
    query: { state: "expired" },
    empty: "没有过期的条目。",
    for: everybody,
  },
  {
    key: "proposed",
    name: "提议待审",
    path: "/articles",
    query: { state: "proposed" },
    empty: "没有等审的提议。单位提议的新条目、新版本会出现在这里。",
    for: mayWrite,
  },
  {
    key: "questions",
    name: "没有答案的问题",
    path: "/open-questions",
    query: {},
    empty: "没有等答案的问题。检索不到时记下来的会出现在这里。",
    for: ofHotline,
  },
  {
    key: "reports",
    name: "报错",
    path: "/article-error-reports",
    query: {},
    empty: "没有等处理的报错。",
    for: mayWrite,
  },
  { key: "uses", name: "本月采用", path: null, query: {}, empty: "本月还没有采用过。", for: everybody },
];
