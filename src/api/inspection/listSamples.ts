import { samplePage as pageSchema, sampleQuery } from "../../contract/inspection/inspection.ts";
import { samplePage } from "../../store/inspection/samples.ts";
import { cursorOf, placeOf } from "../cursor.ts";
import { operation } from "../operation.ts";
import type { Visit } from "../visit.ts";
import { INSPECTING, JUDGED } from "./load.ts";
import { rowOf } from "./view.ts";

/** 只看自己的: an agent by his number, a liaison by his units; undefined: whoever inspects sees all. */
const own = ({ viewer: { role, number, units } }: Visit): readonly string[] | undefined =>
  role === "agent" ? [number] : role === "liaison" ? (units ?? []) : undefined;

export const listSamples = operation({
  id: "listInspectionSamples",
  method: "GET",
  path: "/inspection-samples",
  summary: "样本清单，新抽的在前；话务员和联络员看自己被评过的",
  tag: "质检",
  permit: [...INSPECTING, ...JUDGED],
  query: sampleQuery,
  answer: pageSchema,
  async handle({ query: { cursor, limit, ...query } }, visit) {
    const rules = await visit.rules();
    const filter = { ...query, judged: own(visit) };
    const { rows, total } = await visit.see((db) =>
      samplePage(db, visit.platform.platform, filter, placeOf(cursor), limit),
    );
    const last = rows.length === limit ? rows.at(-1)!.sample : null;
    return {
      rows: rows.map((one) => rowOf(one, visit, rules)),
      next: last && cursorOf({ at: last.drawnAt, id: last.id }),
      total,
    };
  },
});
