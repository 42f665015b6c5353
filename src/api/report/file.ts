import { fileParams } from "../../contract/report/edition.ts";
import { refuse } from "../../domain/refusal.ts";
import { mediaTypes } from "../../file/mediaTypes.ts";
import { reportFileKept } from "../../store/report/editions.ts";
import { operation } from "../operation.ts";
import { READING } from "./view.ts";

export const readReportFile = operation({
  id: "readReportFile",
  method: "GET",
  path: "/report-editions/{id}/files/{format}",
  summary: "定稿时存下的文件，一个字节也不变",
  tag: "月报",
  permit: READING,
  params: fileParams,
  async handle({ params: { id, format } }, { db, platform: { platform } }) {
    const file = await reportFileKept(db, platform, id, format);
    return file === null
      ? refuse("notFound", "没有这个文件。", "请从月报清单打开。")
      : { type: mediaTypes[format], name: file.name, content: file.content };
  },
});
