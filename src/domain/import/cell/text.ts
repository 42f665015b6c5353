import { type CellContent, type CellKind, isWrong, plainText, shown, wrong } from "./cell.ts";

const LONGEST_CODE = 200;

function readCode(content: CellContent) {
  const text = typeof content === "string" ? content.trim() : plainText(content);
  return isWrong(text) || text.length <= LONGEST_CODE
    ? text
    : wrong(`${shown(content)}过长（至多 ${LONGEST_CODE} 字）`);
}

const readText = (content: CellContent) => (typeof content === "string" ? content : plainText(content));

const asIs = (value: string) => value;

/** 编号或代码: one short line, blanks around it dropped. */
export const code: CellKind = { read: readCode, print: asIs };

/** 文字: kept to the letter. */
export const text: CellKind = { read: readText, print: asIs };

/** 若干词: separated by 、 ， ； or a new line. */
export const list: CellKind = {
  read: (content) => {
    const all = readText(content);
    return isWrong(all) ? all : all.split(/[、，,；;\n]+/).flatMap((one) => one.trim() || []);
  },
  print: (all: string[]) => all.join("、"),
};
