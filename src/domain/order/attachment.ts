/** 附件: which files a matter may carry. What a file is, its content says, not its name. */

/** MIME type → how it is called and how many bytes it may have. */
const MEGABYTE = 1024 * 1024;
export const attachmentTypes: Record<string, { name: string; most: number }> = {
  "image/jpeg": { name: "照片", most: 20 * MEGABYTE },
  "image/png": { name: "图片", most: 20 * MEGABYTE },
  "image/webp": { name: "图片", most: 20 * MEGABYTE },
  "application/pdf": { name: "PDF", most: 50 * MEGABYTE },
  "audio/mpeg": { name: "录音", most: 50 * MEGABYTE },
  "audio/wav": { name: "录音", most: 50 * MEGABYTE },
  "audio/x-m4a": { name: "录音", most: 50 * MEGABYTE },
  "video/mp4": { name: "视频", most: 100 * MEGABYTE },
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": { name: "Word 文档", most: 20 * MEGABYTE },
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": { name: "Excel 表格", most: 20 * MEGABYTE },
};

/** No attachment has more bytes than this, whatever it is. */
export const MOST_BYTES = Math.max(...Object.values(attachmentTypes).map(({ most }) => most));

/** 附件存放处: bytes under their digest (SHA-256, hexadecimal); a folder here, a bucket elsewhere. */
export interface AttachmentPlace {
  /** puts a received file there; one that is there already is left as it is */
  put(digest: string, file: string, type: string): Promise<void>;
  /** null: it isn't there */
  get(digest: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** one that isn't there is no fault */
  remove(digest: string): Promise<void>;
}
