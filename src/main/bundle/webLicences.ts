/** 网页里的软件: whose code the built pages carry, with its licence in full, as a file beside them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const named = /^(licen[cs]e|copying|notice)/i;
const packageOf = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;

const textsIn = (folder: string): string =>
  readdirSync(folder)
    .filter((file) => named.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8").trim())
    .join("\n\n");

/** 许可证全文 of every package that one of these files belongs to. */
export function webLicences(files: Iterable<string>): string {
  const folders = [...new Set([...files].flatMap((file) => file.match(packageOf)?.[1] ?? []))].sort();
  const parts = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return `${name} ${version}，${license}\n\n${textsIn(folder) || "（包内未附全文）"}\n`;
  });
  return `网页里用到的软件和它们的许可证\n\n${parts.join(`\n${"-".repeat(60)}\n\n`)}`;
}
