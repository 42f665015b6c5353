import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { missingCharacters } from "../../file/font/coverage.ts";
import { describeFaces, type FontFile } from "../../file/font/open.ts";

/** 公文字体: 小标宋 title, 仿宋 body, 楷体 second level, 黑体 first level, tables and charts (and its bold). */
export type Face = "title" | "body" | "kai" | "hei" | "heiBold";

/** 字体清单: the file used for each face, the spares for rare characters, and what has to be said about it. */
export interface FontReport {
  faces: Record<Face, FontFile>;
  /** tried in this order for a character that a face lacks */
  spares: FontFile[];
  /** one sentence per face: which font is used, and whether it only stands in for the prescribed one */
  notes: string[];
  /** faces whose prescribed font is not on this machine */
  standIns: Face[];
}

interface Candidate {
  file: RegExp;
  /** what the face inside must call itself; a file name alone proves nothing */
  postscript: RegExp;
  name: string;
  /** only stands in for the prescribed face */
  standIn?: true;
}

const serif: Candidate = {
  file: /^NotoSerifSC_400Regular\.ttf$/,
  postscript: /^NotoSerifSC-Regular$/,
  name: "思源宋体（Noto Serif SC）",
  standIn: true,
};
const sans = (weight: string): Candidate => ({
  file: new RegExp(`^NotoSansHans-${weight}\\.otf$`),
  postscript: new RegExp(`^NotoSansHans-${weight}$`),
  name: "思源黑体（Noto Sans S Chinese）",
});

const wanted: Record<Face, { name: string; candidates: Candidate[] }> = {
  title: {
    name: "小标宋",
    candidates: [
      {
        file: /^(fzxbs|方正小标宋|FZXiaoBiaoSong).*\.(ttf|otf)$/i,
        postscript: /^FZXB|XiaoBiaoSong/i,
        name: "方正小标宋",
      },
      { ...serif, file: /^NotoSerifSC_900Black\.ttf$/, postscript: /^NotoSerifSC-Black$/, name: "思源宋体特粗" },
    ],
  },
  body: {
    name: "仿宋",
    candidates: [
      { file: /^(simfang|fangsong|仿宋).*\.(ttf|otf|ttc)$/i, postscript: /FangSong/i, name: "仿宋" },
      { file: /^FandolFang-Regular\.otf$/, postscript: /^FandolFang/, name: "Fandol 仿宋" },
      serif,
    ],
  },
  kai: {
    name: "楷体",
    candidates: [
      { file: /^(simkai|kaiti|楷体).*\.(ttf|otf|ttc)$/i, postscript: /KaiTi/i, name: "楷体" },
      { file: /^FandolKai-Regular\.otf$/, postscript: /^FandolKai/, name: "Fandol 楷体" },
      { file: /^LXGWWenKai-Regular\.ttf$/, postscript: /^LXGWWenKai-Regular$/, name: "霞鹜文楷（LXGW WenKai）" },
      serif,
    ],
  },
  hei: { name: "黑体", candidates: [sans("Regular")] },
  heiBold: { name: "黑体（粗）", candidates: [sans("Bold")] },
};

const spareFiles: Pick<Candidate, "file" | "postscript">[] = [
  serif,
  sans("Regular"),
  { file: /^NotoSerifCJK-Regular\.ttc$/, postscript: /^NotoSerifCJKsc-Regular$/ },
  { file: /^LXGWWenKai-Regular\.ttf$/, postscript: /^LXGWWenKai-Regular$/ },
  { file: /^HanaMin[AB]\.(ttf|otf)$/, postscript: /^HanaMin/ },
  { file: /^BabelStoneHan\.ttf$/, postscript: /^BabelStone/ },
  { file: /^simsunb\.ttf$/i, postscript: /^SimSun-ExtB$/ },
];

const systemFolders = [
  "/usr/share/fonts",
  "/usr/local/share/fonts",
  "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol",
  "/usr/share/texmf/fonts/opentype",
];

/** the folders of the fonts that are installed with this program */
function bundledFolders(): string[] {
  const { resolve } = createRequire(import.meta.url);
  const serifs = dirname(resolve("@expo-google-fonts/noto-serif-sc/package.json"));
  const packages = dirname(serifs);
  return [
    join(dirname(packages), "@embedpdf", "fonts-sc", "fonts"),
    join(serifs, "400Regular"),
    join(serifs, "900Black"),
  ];
}

/**
 * 找字体: for each face the best font at hand: `folders` (the office's own, licensed fonts) first, then the machine's,
 * then those installed with the program. A file counts only if the face inside is the one it claims to be and may be embedded.
 */
export function findFonts(folders: string[] = []): FontReport {
  const files = [...folders, ...systemFolders, ...bundledFolders()].filter(existsSync).flatMap(fontFiles);
  const chosen = Object.entries(wanted).map(([face, { name, candidates }]) => {
    for (const candidate of candidates) {
      const font = find(files, candidate);
      if (font) return { face: face as Face, wanted: name, candidate, font };
    }
    throw new Error(`没有可用的${name}字体，程序自带的字体也不在：请重新安装。`);
  });
  const spares = spareFiles.flatMap((spare) => find(files, spare) ?? []);
  return {
    faces: Object.fromEntries(chosen.map(({ face, font }) => [face, font])) as Record<Face, FontFile>,
    spares,
    notes: chosen.map(({ wanted: name, candidate }) =>
      candidate.standIn ? `没有${name}，暂用${candidate.name}代替。` : `${name}：${candidate.name}。`,
    ),
    standIns: chosen.filter(({ candidate }) => candidate.standIn).map(({ face }) => face),
  };
}

/** 一种字体的书写顺序: the face itself, then the spares for the characters it lacks. */
export const withSpares = (fonts: FontReport, face: Face): FontFile[] => [
  fonts.faces[face],
  ...fonts.spares.filter((spare) => spare.postscript !== fonts.faces[face].postscript),
];

const fontFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** common words every face must have: a font of another character set under a known name is of no use */
const probe = "热线工单满意率的一是";

function find(files: string[], { file, postscript }: Pick<Candidate, "file" | "postscript">): FontFile | undefined {
  return files
    .filter((path) => file.test(basename(path)))
    .flatMap(describeFaces)
    .find((font) => postscript.test(font.postscript) && font.embeddable && usable(font));
}

const usable = (font: FontFile): boolean =>
  /HanaMin|BabelStone|ExtB/.test(font.postscript) || missingCharacters(probe, [font]).length === 0;
