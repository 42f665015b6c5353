/** 填的: one matter as it is taken down, with how it is to end; it lies in a draft until it has been handed in. */

import type { Channel } from "../../domain/request/request.ts";
import { type RouteCode, routes } from "../../domain/request/routes.ts";
import type { Into } from "../request/data.ts";
import type { Sendings } from "../shell/asOne.ts";
import type { Made } from "./data.ts";

export interface Chosen {
  key: string;
  name: string;
  within: string[];
}

export interface Given {
  text: string;
  type: string | null;
  category: Chosen | null;
  place: Chosen | null;
  /** where exactly: goes with the words */
  address: string;
  urgent: boolean;
  confidential: boolean;
  name: string;
  phone: string;
  channel: Channel;
  /** who the caller is told will have it */
  unit: { unit: string; unitName: string } | null;
  /** 并入哪一件 */
  into: Into | null;
  /** 结束的办法 whose form is open */
  ending: "resolve" | "refuse" | null;
  answer: string;
  /** 采用了的知识条目 */
  articles: string[];
  route: RouteCode | null;
  /** sent again under it, it is done once */
  key: string;
  /** what was sent to be registered, of which nobody knows whether it arrived */
  sent: Sendings<unknown> | null;
  /** registered already; only how it ends is still open */
  made: Made | null;
  /** what is registered was sent before the last correction */
  isEarlier: boolean;
}

export const empty: Given = {
  ...{ text: "", type: null, category: null, place: null, address: "", urgent: false, confidential: false },
  ...{
    name: "",
    phone: "",
    channel: "phone",
    unit: null,
    into: null,
    ending: null,
    answer: "",
    articles: [],
    route: null,
  },
  ...{ key: "", sent: null, made: null, isEarlier: false },
};

/** nothing of it would be missed */
export const isBlank = ({ text, category, place, made, answer }: Given): boolean =>
  text.trim() === "" && category === null && place === null && made === null && answer.trim() === "";

export type Outcome = "dispatch" | "merge" | "resolve" | "refuse";

/** 各结果: what it is called, and the noun in the address of its step; 交派单台 is no step, the request simply waits there. */
export const outcomes: Record<Outcome, { term: string; noun: string | null; done: string }> = {
  dispatch: { term: "交派单台", noun: null, done: "已登记，交派单台" },
  merge: { term: "并单", noun: "merge", done: "已登记并并入" },
  resolve: { term: "在线办结", noun: "resolution", done: "已在线办结" },
  refuse: { term: "不予受理", noun: "refusal", done: "已登记为不予受理" },
};

export type FieldName = "text" | "type" | "category" | "place" | "into" | "answer" | "route";

const fields: Record<FieldName, { label: string; lacks(given: Given): boolean }> = {
  text: { label: "诉求内容", lacks: ({ text }) => text.trim() === "" },
  type: { label: "诉求类型", lacks: ({ type }) => type === null },
  category: { label: "分类", lacks: ({ category }) => category === null },
  place: { label: "地点", lacks: ({ place }) => place === null },
  into: { label: "要并入的那件", lacks: ({ into }) => into === null },
  answer: { label: "答复", lacks: ({ answer }) => answer.trim() === "" },
  route: { label: "去处", lacks: ({ route }) => route === null },
};

const registers: FieldName[] = ["text", "type", "category"];
const needs: Record<Outcome, FieldName[]> = {
  dispatch: ["place"],
  merge: ["into"],
  resolve: ["answer"],
  refuse: ["route"],
};

export const labelOf = (name: FieldName): string => fields[name].label;

/** 还差什么, in the order of the form */
export const lacking = (given: Given, outcome: Outcome): FieldName[] =>
  [...(given.made ? [] : registers), ...(given.made && outcome === "dispatch" ? [] : needs[outcome])].filter((name) =>
    fields[name].lacks(given),
  );

const contactOf = ({ name, phone }: Given) => {
  const own = { name: name.trim(), phone: phone.trim() };
  return own.name === "" && own.phone === "" ? null : { name: own.name || null, phone: own.phone || null };
};

/** 登记的内容; the exact address is part of what was said */
export const requestOf = (given: Given, call: string | null) => ({
  type: given.type,
  category: given.category?.key,
  channel: call === null ? given.channel : "phone",
  place: given.place?.key ?? null,
  urgent: given.urgent,
  confidential: given.confidential,
  text: given.text.trim() + (given.address.trim() === "" ? "" : `\n详细地址：${given.address.trim()}`),
  contact: contactOf(given),
  call,
});

/** 结果那一步的内容 */
export const stepOf: Record<Outcome, (given: Given) => unknown> = {
  dispatch: () => null,
  merge: ({ into }) => ({ into: into!.id }),
  resolve: ({ answer }) => ({ text: answer.trim() }),
  refuse: ({ route }) => ({ reason: routes[route!].reason, route }),
};
