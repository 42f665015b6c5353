/** 文字宽度估计: in pixels; a Han character is as wide as the type is high, others a little over half. Errs on the wide side. */
export const textWidth = (text: string, fontSize: number): number =>
  [...text].reduce((sum, character) => sum + (character.codePointAt(0)! > 0x2e7f ? 1 : 0.6), 0) * fontSize;

/** 折行数: how many lines `text` takes in a column of that width; at least one. */
export const lineCount = (text: string, fontSize: number, width: number): number =>
  Math.max(1, Math.ceil(textWidth(text, fontSize) / Math.max(width - fontSize, fontSize)));

export const widest = (texts: string[], fontSize: number): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, fontSize)));
