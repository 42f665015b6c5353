import { editionParams, editionView } from "../../contract/report/edition.ts";
import { reportEdition } from "../../store/report/editions.ts";
import { operation } from "../operation.ts";
import { editionNotFound, editionViewOf, READING } from "./view.ts";

export const readEdition = operation({
  id: "readReportEdition",
  method: "GET",
  path: "/report-editions/{id}",
  summary: "月报的一版：文件和它们的摘要，与上一版不同的数字",
  tag: "月报",
  permit: READING,
  params: editionParams,
  answer: editionView,
  async handle({ params: { id } }, visit) {
    const edition = await reportEdition(visit.db, visit.platform.platform, id);
    return edition === null
      ? editionNotFound
      : { version: edition.version, answer: await editionViewOf(edition, visit) };
  },
});
