/** 回访的数据: as the wire has it. */
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { followUpFigures, followUpView } from "../../contract/followup/followUp.ts";
import type { Trail } from "../order/data.ts";
import { read } from "../shell/ask.ts";

export type FollowUp = z.output<typeof followUpView>;
export type FollowUpFigures = z.output<typeof followUpFigures>;
export type Rating = "satisfied" | "neutral" | "dissatisfied" | "noResponse";

/** 填的: kept until it is saved */
export interface Said {
  rating: Rating | null;
  solved: boolean | null;
  text: string;
  suggests: boolean;
  /** which sentence of the script one is at */
  at: number;
}

export const nothingSaid: Said = { rating: null, solved: null, text: "", suggests: false, at: 0 };

export const useFollowUp = (order: string) =>
  useQuery({ queryKey: ["order", order, "follow-up"], queryFn: () => read<FollowUp>(`/orders/${order}/follow-up`) });
export const useFollowUpFigures = () =>
  useQuery({ queryKey: ["counts", "follow-ups"], queryFn: () => read<FollowUpFigures>("/follow-up-figures") });

/** 最近一次公开答复; null: none was written. */
export const answerIn = (trail: Trail): string | null =>
  trail.flatMap(({ texts }) => texts).findLast(({ of }) => of === "publicText")?.text ?? null;

/** 还缺什么, in words; null: it may be saved */
export function lacking({ rating, text, suggests }: Said): string | null {
  if (rating === null) return "还差评价。";
  if (rating === "dissatisfied" && text.trim() === "") return "还差不满意的原因。";
  return suggests && rating !== "dissatisfied" ? "不满意的才能建议重办。" : null;
}
