/** 网页里的软件: whose code the built pages carry, with its licence in full, as a file beside them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const named = /^(licen[cs]e|copying|notice)/i;
const packageOf = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** a folder of licences is of those whose code the package carries itself */
const textsIn = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => named.test(name))
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? textsIn(path) : readFileSync(path, "utf8").trim();
    })
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
