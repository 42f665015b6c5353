/** 诉求的条件: named after what must hold; the name is the refusal's code. Beside each, what is said when it doesn't hold. */
import type { Actor } from "../access/role.ts";
import type { OrderState } from "../order/order.ts";
import { stageOf } from "../order/stage.ts";
import type { RequestInput } from "./lifecycle.ts";
import type { RequestState } from "./request.ts";
import { routes } from "./routes.ts";

/** 一件事: the request, with its work order where it has one. */
export interface Matter {
  request: RequestState;
  order: OrderState | null;
}

export interface RequestAsk extends Matter {
  by: Actor;
}

type Said = [sentence: string, next: string];

const isHandled = (order: OrderState) => !["withdrawn", "closed"].includes(stageOf(order));

export const requestConditions = {
  noRepeats: ({ request }: RequestAsk) => request.repeats.length === 0,
  notRated: ({ request }: RequestAsk) => request.rating === null,
  orderOpen: ({ order }: RequestAsk) => order === null || isHandled(order),
} satisfies Record<string, (ask: RequestAsk) => boolean>;

/** 未结的事: pending, or with a work order that is still being handled. */
const isOpen = ({ outcome }: RequestState, order: OrderState | null) =>
  outcome === "pending" || (outcome === "dispatched" && order !== null && isHandled(order));

export const requestChecks = {
  lawfulRoute: (_: RequestAsk, { route }: RequestInput["refuse"]) => Object.hasOwn(routes, route),
  otherMatter: ({ request }: RequestAsk, { into }: RequestInput["merge"]) => into.id !== request.id,
  openMatter: (_: RequestAsk, { into, order }: RequestInput["merge"]) => isOpen(into, order),
  onlyLapses: ({ by }: RequestAsk, { rating }: RequestInput["rate"]) => by.role !== "system" || rating === "noResponse",
} satisfies Record<string, (ask: RequestAsk, input: never) => boolean>;

export type RequestCondition = keyof typeof requestConditions;
export type RequestCheck = keyof typeof requestChecks;

export const requestSentences: Record<RequestCondition | RequestCheck, Said> = {
  noRepeats: ["有别的诉求并入了这件。", "请先处理这件，再答复并入的每一位当事人。"],
  orderOpen: ["这件诉求的工单已经归档或撤单。", "当事人有新的情况，请登记新的诉求，并写上原来的编号。"],
  notRated: ["已经评价过了。", "有新的情况请登记新的诉求。"],
  lawfulRoute: ["还没有选当事人该去的地方。", "请选择去处并告知当事人。"],
  otherMatter: ["不能并入自己。", "请选择另一件诉求。"],
  openMatter: ["要并入的那件已经结束。", "请按新的诉求办理。"],
  onlyLapses: ["评价只能由当事人作出。", "请等当事人评价。"],
};
