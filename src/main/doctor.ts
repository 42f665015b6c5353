/** 体检: tries what the program needs and says what is missing. */
import { access, constants, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import type { Report } from "../report/block.ts";
import { type Format, formats, reportFile } from "../report/files.ts";
import { type FontReport, findFonts } from "../report/render/fonts.ts";
import { overEmbedded, startEmbedded } from "../store/connection/embedded.ts";
import type { Database } from "../store/database.ts";
import { tryFeatures } from "../store/features.ts";
import { openPostgres } from "../store/open.ts";
import { newKeyRing, readKeyFile } from "./keyFile.ts";
import type { Place } from "./place.ts";

/** 一项: `bad` = needed and missing, `poor` = works, but with something to say. */
export interface Finding {
  state: "good" | "poor" | "bad";
  words: string;
}

const good = (words: string): Finding => ({ state: "good", words });
const bad = (what: string, why: unknown): Finding => ({
  state: "bad",
  words: `${what}：${why instanceof Error ? why.message.split("\n")[0] : why}`,
});

/** 逐项体检, in the order in which they are printed. */
export async function* examine(place: Place): AsyncGenerator<Finding> {
  yield node();
  yield* disk(place);
  yield key(place);
  yield* database(place);
  yield await solver();
  const fonts = attempt(() => findFonts());
  if (fonts instanceof Error) yield bad("字体", fonts);
  else {
    yield* fontNotes(fonts);
    yield* reportTools(fonts);
  }
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const enough = major > 22 || (major === 22 && minor >= 13);
  return enough ? good(`Node ${process.versions.node}`) : bad(`Node ${process.versions.node}`, "需要 22.13 或更高版本");
}

const GIGABYTE = 2 ** 30;

async function* disk(place: Place): AsyncGenerator<Finding> {
  const folder = await nearestFolder(place.data);
  try {
    await access(folder, constants.W_OK);
    yield good(`数据目录 ${place.data} 可写`);
  } catch {
    yield bad(`数据目录 ${place.data}`, "没有写的权限");
  }
  const { bavail, bsize } = await statfs(folder);
  const free = `磁盘剩余 ${Math.floor((bavail * bsize) / GIGABYTE)} GB`;
  yield bavail * bsize > 2 * GIGABYTE ? good(free) : { state: "poor", words: `${free}，建议至少留 2 GB` };
}

const nearestFolder = (path: string): Promise<string> =>
  access(path).then(
    () => path,
    () => nearestFolder(dirname(path)),
  );

function key(place: Place): Finding {
  const ring = attempt(() => readKeyFile(place.keyFile));
  if (ring instanceof Error) return bad("密钥文件", ring);
  return good(
    ring === null ? `密钥文件 ${place.keyFile} 尚未建立，建库时生成` : `密钥文件 ${place.keyFile} 只有本人能读`,
  );
}

async function* database(place: Place): AsyncGenerator<Finding> {
  const name = place.databaseUrl === null ? "内嵌数据库" : "PostgreSQL";
  const db = await openScratch(place).catch((error: Error) => error);
  if (db instanceof Error) return yield bad(name, db);
  for (const { feature, failure } of await tryFeatures(db))
    yield failure === null ? good(`${name} ${feature}`) : bad(`${name} ${feature}`, failure);
  await db.close();
}

/** the embedded database is tried in memory: the one in the data folder may be in use */
const openScratch = async (place: Place): Promise<Database> =>
  place.databaseUrl === null
    ? overEmbedded(await startEmbedded(), newKeyRing())
    : openPostgres(place.databaseUrl, newKeyRing());

async function solver(): Promise<Finding> {
  try {
    const solve = await (await import("../solver/highs.ts")).loadSolver();
    const answer = solve({
      variables: [{ name: "x", lower: 0, upper: 9 }],
      rows: [{ terms: [[2, "x"]], lower: 7, upper: 8 }],
    });
    return answer instanceof Map && answer.get("x") === 4
      ? good("整数求解器 HiGHS")
      : bad("整数求解器 HiGHS", "算错了");
  } catch (error) {
    return bad("整数求解器 HiGHS", error);
  }
}

function* fontNotes({ notes, standIns }: FontReport): Generator<Finding> {
  for (const note of notes)
    yield {
      state: standIns.length > 0 && note.startsWith("没有") ? "poor" : "good",
      words: `字体 ${note.replace(/。$/, "")}`,
    };
}

const figure = { measure: "requests.accepted", kind: "count", value: 3, month: "2020-01", cohort: "" } as const;

/** the smallest report that needs every drawing and writing library */
const sample: Report = {
  platform: "体检",
  month: "2020-01",
  title: ["体检"],
  demonstration: true,
  preamble: ["试写一份报告。"],
  blocks: [
    {
      kind: "chart",
      number: "图1",
      caption: "诉求",
      chart: { kind: "bars", unit: "件", alt: "诉求", rows: [{ label: "咨询", value: 3, print: "3件", figure }] },
    },
  ],
  appendices: [],
  issuer: "体检",
  date: "2020年1月1日",
  reportTo: "",
  sendTo: "",
  frozen: { position: 0, instant: 0, at: "2020-01-01 00:00", digest: "" },
};

const tools: Record<Format, string> = { docx: "docx、sharp、echarts", pdf: "typst", html: "echarts", xlsx: "exceljs" };
const trial = (format: Format) => `试写 .${format} 报告（${tools[format]}）`;

async function* reportTools(fonts: FontReport): AsyncGenerator<Finding> {
  for (const format of formats)
    yield await reportFile(sample, format, () => fonts).then(
      ({ content }) => (content.length > 0 ? good(trial(format)) : bad(trial(format), "是空的")),
      (error) => bad(trial(format), error),
    );
}

function attempt<Value>(work: () => Value): Value | Error {
  try {
    return work();
  } catch (error) {
    return error as Error;
  }
}
