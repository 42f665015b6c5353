import { stated } from "../row.ts";

export const requestTypes = ["咨询", "求助", "投诉", "举报", "建议", "表扬", "无效", "其他"].map((name, at) =>
  stated("requestType", name, { name, order: at + 1 }, "各地12345热线公布的诉求类型（通行做法）"),
);
