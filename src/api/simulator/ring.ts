/** 铃响: how a call under way stands, told to the desks that take calls or watch over them. */
import type { Role } from "../../domain/access/role.ts";
import type { OngoingCall } from "../../domain/call/ongoing.ts";
import type { Platform } from "../../store/platform.ts";
import { announce } from "../live/hub.ts";

/** 谁听得到铃声 */
export const HEARS: readonly Role[] = ["agent", "dispatcher", "supervisor", "office"];

/** 告诉各台 */
export const announceCall = (platform: Platform, { id, step, agent }: OngoingCall): void =>
  announce(platform, "call", { id, step, agent }, ({ role }) => HEARS.includes(role));
