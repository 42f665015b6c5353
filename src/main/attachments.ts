import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { AttachmentPlace } from "../domain/order/attachment.ts";
import { attachmentFolder } from "../file/folder.ts";
import type { Place } from "./place.ts";

/** 附件所在: in the data folder, whichever database there is; `folder` is also where received files lie until they are whole. */
export function attachmentsAt({ data }: Place): { place: AttachmentPlace; folder: string } {
  const folder = join(data, "attachments");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { place: attachmentFolder(folder), folder };
}
