/** 编号和查询码: for as long as the page is open, and nowhere else, since others use this machine too. */
import type { Ticket } from "./data.ts";

let kept: Ticket | null = null;

export const keptTicket = (): Ticket | null => kept;
export const keepTicket = (ticket: Ticket | null): void => {
  kept = ticket;
};
