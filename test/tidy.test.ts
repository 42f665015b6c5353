import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { GLOSSARY, glossaryPage } from "../src/domain/glossary.ts";
import { ruleKindNames } from "../src/domain/rule/title.ts";

/** The invariants of the house, executable. Each test names the files that break it. */
const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
  .split("\n")
  .filter((file) => file && existsSync(file));
const source = tracked.filter((file) => /^(src|rulebook)\/.*\.tsx?$/.test(file));
const tests = tracked.filter((file) => /^test\/.*\.tsx?$/.test(file));
const program = source.filter((file) => !file.endsWith(".test.ts"));
const text = new Map(
  tracked.filter((file) => /\.(tsx?|sql|md|json|css|typ)$/.test(file)).map((f) => [f, readFileSync(f, "utf8")]),
);
const read = (file: string) => text.get(file) ?? "";

/** Without comments and string contents that only speak about code. */
const code = (file: string) =>
  read(file)
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "");

const breaking = (files: string[], pattern: RegExp) => files.filter((file) => pattern.test(code(file)));

const imports = (file: string) =>
  [...code(file).matchAll(/^(?:import|export)\s(?:[^;"=(]*\sfrom\s)?"([^"]+)"|\bimport\("([^"]+)"\)/gm)].map(
    (match) => match[1] ?? match[2]!,
  );

const room = (file: string) => {
  const parts = file.split("/");
  return parts[0] === "src" ? parts[1]! : parts[0]!;
};

const targets = (file: string) =>
  imports(file)
    .filter((name) => name.startsWith("."))
    .map((name) => path.posix.normalize(path.posix.join(path.posix.dirname(file), name)));

const allowed: Record<string, string[]> = {
  domain: [],
  chart: ["domain"],
  rulebook: ["domain"],
  report: ["chart", "domain", "file"],
  reconstruct: ["domain"],
  audit: ["domain"],
  file: ["domain"],
  solver: ["domain", "reconstruct"],
  store: ["domain"],
  contract: ["domain"],
  oidc: ["domain"],
  api: ["contract", "store", "domain", "report", "audit", "file"],
  jobs: ["contract", "store", "domain", "report", "file"],
  sms: ["domain"],
  telephony: ["domain"],
  web: ["contract", "chart", "report", "domain"],
};

const pure = (file: string) =>
  ["domain", "chart", "reconstruct", "audit", "rulebook"].includes(room(file)) ||
  /^src\/report\/(section|phrase)\//.test(file);

describe("房屋的规矩", () => {
  test("各房间只依赖允许的房间", () => {
    const wrong = program.flatMap((file) => {
      const rooms = allowed[room(file)];
      if (!rooms) return [];
      return targets(file)
        .map(room)
        .filter((other) => other !== room(file) && !rooms.includes(other))
        .map((other) => `${file} → ${other}`);
    });
    expect(wrong).toEqual([]);
  });

  test("纯净的房间不碰 Node、npm、网络、时钟和随机数", () => {
    const files = program.filter(pure);
    expect(files.filter((file) => imports(file).some((name) => !name.startsWith(".")))).toEqual([]);
    expect(
      breaking(
        files,
        /\bprocess\.(env|argv|cwd|exit|std|pid|platform|hrtime|nextTick)|Date\.now|new Date\(\)|Math\.random|\bfetch\(|crypto\./,
      ),
    ).toEqual([]);
  });

  test("SQL 只在 store 里；其中没有 now()、current_date 和不带时区的转换", () => {
    const outside = program.filter((file) => !file.startsWith("src/store/"));
    expect(breaking(outside, /\bselect\s[\s\S]{0,400}?\sfrom\s+[a-z_]+\s|insert\s+into\s|\bdelete\s+from\s/i)).toEqual(
      [],
    );
    const sql = tracked.filter((file) => file.startsWith("src/store/") && /\.(sql|ts)$/.test(file));
    expect(breaking(sql, /\bnow\(\)(?!\s*[=:])|current_date|current_timestamp|::timestamp\b|::date\b/i)).toEqual([]);
  });

  test("以别人的身份读记录只有一扇门；接口读清单都经过它", () => {
    const door = "src/store/access/door.ts";
    expect(breaking(program, /set_config\('role'|\bset\s+(local\s+|session\s+)?role\b/i)).toEqual([door]);
    const reading = program.filter(
      (file) => file.startsWith("src/api/") && /store\/(desk|attachment)\//.test(code(file)),
    );
    const past =
      /\b(requestPage|orderPage|callPage|requestOf|requestNamed|orderOf|callOf|eventsOf|ordersInBulk|textsOf|attachmentsOf|attachmentOf)\(\s*(visit|desk|of)\./;
    expect(breaking(reading, past)).toEqual([]);
    expect(
      reading.filter((file) => !/\bsee\(|db: Database/.test(code(file)) && !/import type/.test(code(file))),
    ).toEqual([]);
  });

  test("环境变量和时钟只在 main 里读；网页的在 web/shell/clock.ts", () => {
    const clock = "src/web/shell/clock.ts";
    const outside = program.filter((file) => /^src\/(?!main\/)/.test(file) && file !== clock);
    expect(breaking(outside, /process\.env|Date\.now\(\)|new Date\(\)/)).toEqual([]);
  });

  test("Word、PDF、Excel 和网页的库只在 report/render 和 file 里", () => {
    const libraries = new Set([
      "docx",
      "exceljs",
      "sharp",
      "@myriaddreamin/typst-ts-node-compiler",
      "fontkit",
      "unpdf",
      "parse5",
    ]);
    const outside = program.filter((file) => !/^src\/(report\/render|file)\//.test(file));
    expect(outside.filter((file) => imports(file).some((name) => libraries.has(name)))).toEqual([]);
  });

  test("网页用到的房间变了，网页就重新构建", () => {
    const watched = readFileSync("bin/install", "utf8")
      .match(/\bfind (.*?) -type f/)![1]!
      .split(" ");
    expect(["web", ...allowed.web!].filter((one) => !watched.includes(`src/${one}`))).toEqual([]);
  });

  test("没有循环依赖", () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, trail: string[]) => {
      if (trail.includes(file)) cycles.push([...trail.slice(trail.indexOf(file)), file].join(" → "));
      if (done.has(file) || trail.includes(file)) return;
      const typeless = code(file).replace(/import type [^;]*;/g, "");
      const next = [...typeless.matchAll(/from\s+"(\.[^"]+)"/g)].map((match) =>
        path.posix.normalize(path.posix.join(path.posix.dirname(file), match[1]!)),
      );
      for (const other of next) visit(other, [...trail, file]);
      done.add(file);
    };
    for (const file of program) visit(file, []);
    expect(cycles).toEqual([]);
  });

  test("没有 utils、helpers、common 一类的杂物间，没有只转手名字的 index.ts", () => {
    const attic = /(^|\/)(utils?|helpers?|common|shared|misc|lib|manager|service)(\.|\/|$)/;
    expect(tracked.filter((file) => attic.test(file))).toEqual([]);
    expect(tracked.filter((file) => /(^|\/)index\.ts$/.test(file))).toEqual([]);
  });

  test("文件不超过 300 行（表格和 .sql 除外）", () => {
    const tables =
      /^rulebook\/|\/text\/|glossary\.ts$|catalogue\.ts$|\/columns\/|audit\/rules\.ts$|weighed\/points\.ts$/;
    const long = [...source, ...tests].filter((file) => !tables.test(file) && read(file).split("\n").length > 301);
    expect(long).toEqual([]);
  });

  test("src 里没有演示城市和它的数字，注释里也没有", () => {
    const city = /湘潭|岳塘|雨湖|韶山|湘乡|56405|49680|8967/;
    const files = tracked.filter((file) => file.startsWith("src/") && !file.endsWith(".test.ts"));
    expect(files.filter((file) => city.test(read(file)))).toEqual([]);
  });

  test("GLOSSARY.md 由术语表印出", () => {
    expect(readFileSync("GLOSSARY.md", "utf8")).toBe(glossaryPage());
  });

  test("规则的种类在术语表里不是别的意思", () => {
    const terms = new Map(GLOSSARY.map(({ english, chinese }) => [english, chinese]));
    const otherwise = Object.entries(ruleKindNames).filter(([kind, name]) => {
      const term = terms.get(kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
      // its rows hold both levels of the tree, the term is the upper one's
      return kind !== "category" && term !== undefined && !name.includes(term);
    });
    expect(otherwise).toEqual([]);
  });

  test("没有半成品的记号", () => {
    const marks = new RegExp(["TO" + "DO", "FIX" + "ME", "\\.on" + "ly\\(", "\\.sk" + "ip\\("].join("|"));
    expect(tracked.filter((file) => /\.(ts|sql)$/.test(file) && marks.test(read(file)))).toEqual([]);
  });

  test("所有依赖都钉死版本、有许可证，并在决定里说明理由", () => {
    const manifest = JSON.parse(readFileSync("package.json", "utf8"));
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    const reasons = tracked
      .filter((file) => file.startsWith("docs/decisions/"))
      .map(read)
      .join("\n");
    for (const [name, version] of Object.entries(all)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      const own = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
      expect(own.license, name).toBeTruthy();
      expect(reasons, name).toContain(`\`${name}\``);
    }
  });
});
