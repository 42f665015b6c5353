/** 扣住的短信 on the wire. */
import { z } from "zod";
import { id, instant, line, pageOf, paging } from "../value.ts";

export const heldQuery = z.object(paging);

const heldView = z.object({ id, sentence: z.string().describe("短信的内容"), createdAt: instant });

export const heldPage = pageOf(heldView).meta({ id: "HeldMessagePage" });

export const heldReason = z.object({ reason: line.min(4, "理由至少四个字").describe("会记入访问日志") });

export const heldOutcome = z.object({ messages: z.number().int().describe("多少条") }).meta({ id: "HeldOutcome" });
