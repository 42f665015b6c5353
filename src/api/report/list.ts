import { editionPage as answer, editionQuery } from "../../contract/report/edition.ts";
import { editionPage } from "../../store/report/editions.ts";
import { cursorOf, placeOf } from "../cursor.ts";
import { operation } from "../operation.ts";
import { editionRowOf, READING } from "./view.ts";

export const listEditions = operation({
  id: "listReportEditions",
  method: "GET",
  path: "/report-editions",
  summary: "月报各版，新定稿的在前",
  tag: "月报",
  permit: READING,
  query: editionQuery,
  answer,
  async handle({ query: { month, cursor, limit } }, { db, platform: { platform } }) {
    const { rows, total } = await editionPage(db, platform, month ?? null, placeOf(cursor), limit);
    const last = rows.length === limit ? rows.at(-1)! : null;
    return { rows: rows.map(editionRowOf), next: last && cursorOf({ at: last.frozenAt, id: last.id }), total };
  },
});
