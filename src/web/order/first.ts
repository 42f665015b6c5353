/** 先做什么: which acts come first where an order is opened, and which are shown even when they can't be done. */
import type { Role } from "../../domain/access/role.ts";

export interface Shown {
  first: readonly string[];
  always: readonly string[];
}

export const ofUnits: Shown = {
  first: ["acknowledge", "answerVerification", "answerNotice", "inform", "resolve", "contact", "requestExtension"],
  always: ["inform", "resolve", "requestExtension", "requestReturn", "handOn"],
};

/** what a notice is mostly about: to be ruled on, reviewed, decided */
const ofHotline: Shown = {
  first: [
    ...["rejectReturn", "acceptReturn", "concludeArbitration", "grantExtension", "refuseExtension"],
    ...["passReview", "demandRework", "reopen", "close", "redispatch", "supervise", "remind"],
  ],
  always: [],
};

/** 一件工单 opened from a notice */
export const shownTo = (role: Role): Shown => (role === "liaison" ? ofUnits : ofHotline);
