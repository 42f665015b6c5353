/** 批量: what can be done to many at once; each is looked at anew for the preview, and done by itself. */
import { orderNouns } from "../../contract/order/nouns.ts";
import type { Allowance } from "../order/data.ts";
import { read } from "../shell/ask.ts";
import { each } from "../shell/sendEach.ts";
import { proposalFor } from "./proposals.ts";
import { bodyOf } from "./sending.ts";

/** 现在的样子 of a request or an order, as far as a preview needs it */
export interface Present {
  id: string;
  number: string;
  version: number;
  allowed: Allowance[];
}

/** 选中的一行 */
export interface Chosen {
  id: string;
  name: string;
}

/** 要做的, or why it isn't done */
export interface Ready {
  body?: unknown;
  /** to whom, where it goes to somebody */
  to?: string;
  skip?: string;
}

export interface BulkAct {
  action: string;
  /** 动词 */
  verb: string;
  from: "requests" | "orders";
  noun: string;
  /** words that go with each of them; null: none are asked for */
  words: string | null;
  prepare(one: Present, text: string): Promise<Ready> | Ready;
}

async function sendOut({ id }: Present): Promise<Ready> {
  const proposal = await proposalFor(id);
  const body = bodyOf({}, proposal);
  return body ? { body, to: proposal!.unitName! } : { skip: "没有建议单位，请单独派发" };
}

/** 批量的表 */
// biome-ignore format: one line an act, so that it reads as a table
export const bulkActs: Record<string, BulkAct> = {
  dispatch:       { action: "dispatch", verb: "派发", from: "requests", noun: "dispatch", words: null, prepare: sendOut },
  rejectReturn:   { action: "rejectReturn", verb: "驳回", from: "orders", noun: orderNouns.rejectReturn, words: "驳回的理由", prepare: (_, text) => ({ body: { text } }) },
  grantExtension: { action: "grantExtension", verb: "同意延期", from: "orders", noun: orderNouns.grantExtension, words: null, prepare: () => ({ body: {} }) },
  passReview:     { action: "passReview", verb: "审核通过", from: "orders", noun: orderNouns.passReview, words: null, prepare: () => ({ body: {} }) },
};

export interface Previewed extends Ready {
  name: string;
  present: Present;
}

async function previewOf({ id, name }: Chosen, { action, from, prepare }: BulkAct): Promise<Previewed> {
  const present = await read<Present>(`/${from}/${id}`);
  const may = present.allowed.find((one) => one.action === action);
  if (!may?.allowed) return { name, present, skip: may?.sentence ?? "已由别人处理" };
  return { name, present, ...(await prepare(present, "")) };
}

/** 预览: how each of them stands at this moment. */
export const preview = (chosen: readonly Chosen[], act: BulkAct): Promise<Previewed[]> =>
  each(chosen, (one) => previewOf(one, act));
