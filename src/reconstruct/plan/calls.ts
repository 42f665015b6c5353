import type { FiguresFile } from "../../domain/measure/figures.ts";
import { countIs, rateIs } from "./leaves.ts";
import { atLeast, type Model, sumOf, variable } from "./model.ts";

export const ANSWERED = "接通";

/** 话务: offered ≥ answered ≥ answered within 15 s. */
export function callRows(model: Model, file: FiguresFile, within15sOf: "offered" | "answered") {
  const [offered, answered, within] = ["来电", ANSWERED, "15秒接通"].map((name) => variable(model, name)) as [
    string,
    string,
    string,
  ];
  atLeast(model, null, [[1, offered]], [[1, answered]], 0, "接通量不超过来电量");
  atLeast(model, null, [[1, answered]], [[1, within]], 0, "15秒接通量不超过接通量");
  const stated = file.calls;
  countIs(model, "calls.offered", sumOf([offered]), stated?.offered);
  rateIs(model, "calls.answerRate", [sumOf([answered]), sumOf([offered])], stated?.answerRate);
  const base = within15sOf === "offered" ? offered : answered;
  rateIs(model, "calls.answeredWithin15s", [sumOf([within]), sumOf([base])], stated?.answeredWithin15s);
  // unstated calls: about as many as the month's requests need; where only a rate or a change is told, enough to have one
  const told = [stated?.answerRate, stated?.answeredWithin15s, stated?.answerRateMoM, stated?.offeredMoM];
  const rated = told.some((one) => typeof one === "number");
  const needed = Math.round(1.1 * (file.requests?.accepted ?? file.handling?.accepted ?? 0));
  const calls = stated?.offered ?? (needed || (rated ? 1000 : 0));
  model.hints.set(offered, calls);
  model.hints.set(answered, Math.round(calls * 0.9));
  model.hints.set(within, Math.round(calls * 0.8));
}
