/** 离线安装包: `npm run bundle` makes one archive that installs and starts without a network. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { licenceList } from "./bundle/licences.ts";
import { prune } from "./bundle/prune.ts";
import { version } from "./version.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const name = `rexian-${version}-linux-x64`;
const dist = join(root, "dist");
const staging = join(dist, name);

const carried = ["bin", "src", "rulebook", "demo", "dist/web", "package.json", "package-lock.json", ".npmrc"];
const papers = ["LICENSE", "README.md", "README.zh-CN.md", "CHANGELOG.md", "FONTS.md"];
/** the bundle is an installation already: `bin/install` leaves it alone */
const FLAG = "BUNDLE";

const say = (text: string) => process.stderr.write(`${text}\n`);

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) yield relative(folder, join(entry.parentPath, entry.name));
}

const sha256 = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

function stage(): void {
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  for (const item of [...carried, ...papers.filter((paper) => existsSync(join(root, paper)))])
    cpSync(join(root, item), join(staging, item), { recursive: true, filter: (path) => !path.endsWith(".test.ts") });
  writeFileSync(join(staging, FLAG), `${version}\n`);
}

function install(): void {
  const omit = ["--omit=dev", "--include=optional", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", ["ci", ...omit], { cwd: staging, stdio: ["ignore", "ignore", "inherit"] });
  const modules = join(staging, "node_modules");
  writeFileSync(join(staging, "LICENSES.md"), licenceList(modules));
  prune(modules);
}

function seal(): string {
  const sums = [...filesBelow(staging)].sort().map((file) => `${sha256(join(staging, file))}  ${file}\n`);
  writeFileSync(join(staging, "SHA256SUMS"), sums.join(""));
  const archive = join(dist, `${name}.tar.gz`);
  const plain = ["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--mtime=@0"];
  execFileSync("tar", [...plain, "-czf", archive, "-C", dist, name]);
  writeFileSync(`${archive}.sha256`, `${sha256(archive)}  ${name}.tar.gz\n`);
  return archive;
}

const megabytes = (path: string) =>
  execFileSync("du", ["-sm", "--apparent-size", path], { encoding: "utf8" }).split("\t")[0];

say("复制程序……");
stage();
say("安装运行所需的依赖……");
install();
say("计算校验和、打包……");
const archive = seal();
process.stdout.write(`${archive}\n`);
say(`安装后 ${megabytes(staging)} MB，压缩包 ${megabytes(archive)} MB。`);
rmSync(staging, { recursive: true });
