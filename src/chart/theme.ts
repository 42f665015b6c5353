/** 图表配色: one look for screen, dark screen and paper. */
export interface ChartTheme {
  ink: string;
  outline: string;
  /** fills in the order they are used, none of them the paper's own white */
  fills: string[];
  fontFamily: string;
  fontSize: number;
}

/** single quotes: the drawing library writes it into a double-quoted attribute as it stands */
const screenFont =
  "'PingFang SC','Microsoft YaHei UI','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif";

/** 浅色与纸面: black and white printers keep the fills apart. */
export const lightTheme: ChartTheme = {
  ink: "#1A1F26",
  outline: "#5A6470",
  fills: ["#2F74BD", "#123C6B", "#7FAEDD", "#B9C3CE", "#E6ECF2", "#5A6470"],
  fontFamily: screenFont,
  fontSize: 13,
};
