import { assumed } from "../row.ts";
import { SECTIONS } from "../sections.ts";

export const report = [
  assumed(
    "report",
    "monthly",
    {
      city: "",
      title: "{platform}12345政务服务便民热线{month}运行情况分析报告",
      writtenUnder: ["国务院办公厅关于进一步优化地方政务服务便民热线的指导意见"],
      issuer: "{platform}12345政务服务便民热线管理办公室",
      reportTo: "本级党委、政府领导",
      sendTo: "热线各成员单位",
      sections: SECTIONS,
      noRatingPrint: "—",
    },
    "通用版式；{platform}、{month}由平台名称和月份代入",
  ),
];
