/**
 * 备份的格式: a gzipped tar. First `archive.json`, then each table as `table/名称/序号.jsonl` (a row a line: its columns as
 * PostgreSQL's text, in the order that archive.json gives), then binary parts file by file, last `SHA256SUMS` over all of them.
 */
import { hash } from "node:crypto";
import type { Database } from "../database.ts";
import type { ArchivedTable } from "./catalog.ts";

export const FORMAT = "rexian-archive";
export const VERSION = 1;

/** 备份的说明 */
export interface Manifest {
  format: typeof FORMAT;
  version: number;
  /** which program made it, and when */
  program: string;
  madeAt: string;
  /** the migrations that its tables came from */
  schema: { name: string; digest: string; appliedAt: string }[];
  /** in the order in which they can be filled */
  tables: ArchivedTable[];
  sequences: Record<string, number>;
  /** of the keys that personal data is sealed with: they are not in here */
  keys: string[];
}

export interface BinaryFile {
  name: string;
  size: number;
  open(): AsyncIterable<Uint8Array>;
}

/** 二进制部分: files that belong to the database but don't lie in it, such as attachments. */
export interface BinaryPart {
  /** its folder in the archive */
  name: string;
  /** all of them, as this state of the database names them */
  list(db: Database): AsyncIterable<BinaryFile>;
  /** puts one back */
  put(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
}

export const MANIFEST = "archive.json";
export const SUMS = "SHA256SUMS";

/** 表的一段 */
export const tablePart = (table: string, no: number): string =>
  `table/${table}/${no.toString().padStart(6, "0")}.jsonl`;

/** 校验行, as `sha256sum` writes it */
export const sumLine = (digest: string, name: string): string => `${digest}  ${name}\n`;

/** 摘要 of bytes at hand */
export const digestOf = (bytes: Uint8Array): string => hash("sha256", bytes, "hex");
