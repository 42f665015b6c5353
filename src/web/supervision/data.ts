/** 督办的数据: as the wire has it. */
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { overdueStock } from "../../contract/overdue/stock.ts";
import type { returnedOrders, returnsBetween } from "../../contract/returns/between.ts";
import { read } from "../shell/ask.ts";

export type Stock = z.output<typeof overdueStock>;
export type UnitStock = Stock["rows"][number];
export type Returns = z.output<typeof returnsBetween>;
export type Returned = z.output<typeof returnedOrders>;
export type Strip = Returned["rows"][number];

/** 近多少天的退单 */
export const DAYS = 90;

export const useStock = () =>
  useQuery({ queryKey: ["counts", "stock"], queryFn: () => read<Stock>("/overdue-stock"), staleTime: 5_000 });
export const useReturns = () =>
  useQuery({
    queryKey: ["counts", "returns"],
    queryFn: () => read<Returns>("/returns-between-units", { days: DAYS }),
  });
export const useReturned = (unit: string, other: string) =>
  useQuery({
    queryKey: ["orders", "returned", unit, other],
    queryFn: () => read<Returned>("/returns-between-units/orders", { unit, other, days: DAYS }),
  });
