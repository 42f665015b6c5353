import { Readable } from "node:stream";
import { audit } from "../../audit/audit.ts";
import { findingKinds } from "../../audit/finding.ts";
import { editionFindings, editionParams } from "../../contract/report/edition.ts";
import { readPublished } from "../../file/document/read.ts";
import { reportFileKept } from "../../store/report/editions.ts";
import { operation } from "../operation.ts";
import { editionNotFound, READING } from "./view.ts";

/** a reader sees at once whether there are more */
const MOST = 100;

/** 审校: what the kept report says is read as any published one would be, by who knows nothing of how it was made. */
export const auditEdition = operation({
  id: "auditReportEdition",
  method: "GET",
  path: "/report-editions/{id}/findings",
  summary: "审校：定稿的文字里有没有互相矛盾的数字",
  tag: "月报",
  permit: READING,
  params: editionParams,
  answer: editionFindings,
  async handle({ params: { id } }, { db, platform: { platform } }) {
    const file = await reportFileKept(db, platform, id, "html");
    if (file === null) return editionNotFound;
    const found = audit(await readPublished(Readable.from([file.content])));
    const rows = found.slice(0, MOST).map(({ kind, severity, message, arithmetic, places }) => ({
      ...{ kindName: findingKinds[kind], severity, message, arithmetic },
      texts: places.map(({ text }) => text),
    }));
    return { total: found.length, rows };
  },
});
