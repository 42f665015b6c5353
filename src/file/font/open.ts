import * as fontkit from "fontkit";

/** 字体文件: one face in a font file, as the file itself describes it. */
export interface FontFile {
  path: string;
  postscript: string;
  /** every family name the face answers to, in all languages, the most specific first */
  families: string[];
  /** 100–900 */
  weight: number;
  /** the licence bits in the file allow embedding in a document */
  embeddable: boolean;
}

const opened = new Map<string, fontkit.Font[]>();

/** 打开字体文件: its faces; none when the file is damaged or no font. Kept open, for the same few are asked again and again. */
function openFaces(path: string): fontkit.Font[] {
  if (!opened.has(path)) opened.set(path, read(path));
  return opened.get(path)!;
}

/** 字体: the face that `file` describes. */
export const openFont = (file: FontFile): fontkit.Font =>
  openFaces(file.path).find((face) => face.postscriptName === file.postscript)!;

/** 字体说明: the faces of a file, described. */
export const describeFaces = (path: string): FontFile[] =>
  openFaces(path).map((face) => ({
    path,
    postscript: face.postscriptName,
    families: families(face),
    weight: face["OS/2"]?.usWeightClass ?? 400,
    embeddable: !face["OS/2"]?.fsType.noEmbedding && !face["OS/2"]?.fsType.viewOnly,
  }));

function read(path: string): fontkit.Font[] {
  try {
    const file = fontkit.openSync(path);
    return "fonts" in file ? file.fonts : [file];
  } catch {
    return []; // a broken font on somebody's machine is as good as none
  }
}

const styleWords = /[ -](thin|extralight|light|demilight|regular|medium|semibold|bold|extrabold|heavy|black|r)$/i;

function families(face: fontkit.Font): string[] {
  const { preferredFamily = {}, fontFamily = {} } = face.name.records;
  const names = [...Object.values(preferredFamily), ...Object.values(fontFamily)];
  return [...new Set([...names, ...names.map((name) => name.replace(styleWords, ""))])];
}
