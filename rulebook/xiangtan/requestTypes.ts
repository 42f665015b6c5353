import { stated } from "../row.ts";

export const requestTypes = ["咨询", "求助", "投诉", "建议", "无效", "其他"].map((name, at) =>
  stated("requestType", name, { name, order: at + 1 }, "湘潭市12345热线2022年11月运行情况分析报告 一（一）"),
);
