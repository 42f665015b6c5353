import { assumed } from "../row.ts";

/** 单位分组（通用）: no units, for no neutral list of units exists. */
export const unitGroups = [
  { key: "district", name: "县市区、园区", rankedApart: true },
  { key: "department", name: "市直、驻市单位", rankedApart: false },
  { key: "enterprise", name: "公共服务企事业单位", rankedApart: false },
].map(({ key, name, rankedApart }, at) =>
  assumed("unitGroup", key, { name, order: at + 1, rankedApart }, "各地12345热线月报的常见分组"),
);
