import { firstDay, isMonth } from "../../domain/calendar/month.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import type { Block } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { office } from "../phrase/say.ts";
import { paragraph } from "./section.ts";

/** 报告用语: the office's own standing words for a section of the monthly report, as the rulebook holds them for its first day. */
export function wording({ rulebook, month }: ReportFacts, section: string): Block[] {
  if (!isMonth(month)) return [];
  const row = inForce(rulebook, "wording", section, firstDay(month));
  return (row?.value.paragraphs ?? []).map((text, at) => paragraph(`wording${at + 1}`, office(text)));
}
