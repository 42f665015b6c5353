import { drawQuery, drawPage as pageSchema } from "../../contract/inspection/inspection.ts";
import { drawPage } from "../../store/inspection/draws.ts";
import { cursorOf, placeOf } from "../cursor.ts";
import { operation } from "../operation.ts";
import { INSPECTING } from "./load.ts";
import { drawViewOf } from "./view.ts";

export const listDraws = operation({
  id: "listInspectionDraws",
  method: "GET",
  path: "/inspection-draws",
  summary: "抽样清单，新的在前：怎样抽的、种子、评到哪里了",
  tag: "质检",
  permit: INSPECTING,
  query: drawQuery,
  answer: pageSchema,
  async handle({ query: { cursor, limit } }, { see, platform: { platform } }) {
    const { rows, total } = await see((db) => drawPage(db, platform, placeOf(cursor), limit));
    const last = rows.length === limit ? rows.at(-1)! : null;
    return { rows: rows.map(drawViewOf), next: last && cursorOf(last), total };
  },
});
