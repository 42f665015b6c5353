import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const named = /licen[cs]e|copying|notice|^ofl/i;

/** 许可证清单: every package in a node_modules folder with its version, licence and where its text lies; as Markdown. */
export function licenceList(modules: string): string {
  const rows = packages(modules).map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(modules, folder, "package.json"), "utf8"));
    const texts = readdirSync(join(modules, folder)).filter((file) => named.test(file));
    const where = texts.map((file) => `node_modules/${folder}/${file}`).join("<br>");
    return `| ${name} | ${version} | ${typeof license === "string" ? license : "见包内"} | ${where || "包内未附"} |\n`;
  });
  return `# 随包软件的许可证\n\n| 软件 | 版本 | 许可证 | 文本 |\n|---|---|---|---|\n${rows.join("")}`;
}

/** folders of all packages, nested ones too, below a node_modules folder */
function packages(modules: string, below = ""): string[] {
  const folder = join(modules, below);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .flatMap((entry) => {
      const path = join(below, entry.name);
      if (entry.name.startsWith("@")) return packages(modules, path);
      const nested = join(path, "node_modules");
      return [path, ...(existsSync(join(modules, nested)) ? packages(modules, nested) : [])];
    })
    .filter((path) => existsSync(join(modules, path, "package.json")))
    .sort();
}
