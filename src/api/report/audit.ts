import { findings } from "../../contract/audit/audit.ts";
import { editionParams } from "../../contract/report/edition.ts";
import { reportFileKept } from "../../store/report/editions.ts";
import { auditAside } from "../audit/aside.ts";
import { findingsOf } from "../audit/view.ts";
import { operation } from "../operation.ts";
import { editionNotFound, READING } from "./view.ts";

/** 审校: what the kept report says is read as any published one would be, by who knows nothing of how it was made. */
export const auditEdition = operation({
  id: "auditReportEdition",
  method: "GET",
  path: "/report-editions/{id}/findings",
  summary: "审校：定稿的文字里有没有互相矛盾的数字",
  tag: "月报",
  permit: READING,
  params: editionParams,
  answer: findings,
  async handle({ params: { id } }, { db, platform: { platform } }) {
    const file = await reportFileKept(db, platform, id, "html");
    if (file === null) return editionNotFound;
    const audited = await auditAside(file.content);
    return "refused" in audited ? audited : findingsOf(audited);
  },
});
