import { anonymous } from "../../domain/access/anonymise.ts";
import { lastDay } from "../../domain/calendar/month.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import type { Month } from "./month.ts";

/** 事项名称: the order's own label as a report may print it, or its category's name; the code itself where the rulebook has no such category. */
export const topicOf = ({ rulebook, month }: Month, { topic, category }: { topic: string | null; category: string }) =>
  topic === null ? (inForce(rulebook, "category", category, lastDay(month))?.value.name ?? category) : anonymous(topic);
