import { changes, editionParams } from "../../contract/report/edition.ts";
import { toFile } from "../../domain/measure/toFile.ts";
import { figuresOfEdition, reportEdition } from "../../store/report/editions.ts";
import { operation } from "../operation.ts";
import { computeMonth } from "./compute.ts";
import { changesOf, editionNotFound, READING } from "./view.ts";

/** 重算: the edition stays as it is; this says what the records would say today. */
export const recomputeEdition = operation({
  id: "recomputeReportEdition",
  method: "GET",
  path: "/report-editions/{id}/recomputation",
  summary: "重算：按现在的记录，这一版有哪些数字会不同",
  tag: "月报",
  permit: READING,
  params: editionParams,
  answer: changes,
  async handle({ params: { id } }, { db, platform, at }) {
    const edition = await reportEdition(db, platform.platform, id);
    if (edition === null) return editionNotFound;
    const { figures } = await computeMonth(db, platform, edition.month, { now: at });
    return changesOf(await figuresOfEdition(db, platform.platform, id), toFile(figures));
  },
});
