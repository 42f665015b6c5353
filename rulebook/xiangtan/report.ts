import { stated } from "../row.ts";
import { SECTIONS } from "../sections.ts";

export const report = [
  stated(
    "report",
    "monthly",
    {
      city: "湘潭市",
      title: "湘潭市12345政务服务便民热线{month}运行情况分析报告",
      writtenUnder: ["湖南省12345政务服务热线运行规范", "湘潭市12345政务服务便民热线工作管理规定"],
      issuer: "湘潭市市民服务热线和市长信箱工作协调小组办公室",
      reportTo: "市委书记、市人民政府市长，市委常委，市人民政府副市长，市人民政府秘书长、副秘书长",
      sendTo: "政务服务便民热线成员单位",
      sections: SECTIONS,
      noRatingPrint: "0.00%",
    },
    "湘潭市12345热线2022年11月运行情况分析报告 题头、落款、版记、附件1",
  ),
];
