/** 工单的数据: as the wire has it. */
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { maskedContact } from "../../contract/access/contact.ts";
import type { attachmentList } from "../../contract/attachment/attachment.ts";
import type { orderRow, orderView, trail } from "../../contract/order/order.ts";
import type { unitDeskView, unitFigures } from "../../contract/order/unitDesk.ts";
import type { requestView } from "../../contract/request/request.ts";
import { read } from "../shell/ask.ts";

export type OrderRow = z.output<typeof orderRow>;
export type Order = z.output<typeof orderView>;
export type Trail = z.output<typeof trail>;
export type Request = z.output<typeof requestView>;
export type Contact = z.output<typeof maskedContact>;
export type Attachment = z.output<typeof attachmentList>[number];
export type UnitQueues = z.output<typeof unitDeskView>["queues"];
export type UnitFigures = z.output<typeof unitFigures>;
export type Allowance = Order["allowed"][number];

export const useOrder = (id: string | null) =>
  useQuery({ queryKey: ["order", id], queryFn: () => read<Order>(`/orders/${id}`), enabled: id !== null });
export const useTrail = (id: string) =>
  useQuery({ queryKey: ["order", id, "trail"], queryFn: () => read<Trail>(`/orders/${id}/events`) });
export const useRequest = (id: string | null) =>
  useQuery({ queryKey: ["request", id], queryFn: () => read<Request>(`/requests/${id}`), enabled: id !== null });
export const useContact = (request: string) =>
  useQuery({ queryKey: ["request", request, "contact"], queryFn: () => read<Contact>(`/requests/${request}/contact`) });
export const useAttachments = (order: string) =>
  useQuery({
    queryKey: ["order", order, "attachments"],
    queryFn: () => read<Attachment[]>(`/orders/${order}/attachments`),
  });
