/** 排名办法: what scores set side by side are shown as; a city's own book overrides a row. */
import type { RuleRow } from "../../src/domain/rule/rulebook.ts";
import { assumed } from "../row.ts";

const GUIDANCE = "国办函〔2025〕66号要求优化评价机制、为基层减负，可改为分档或不排名";
/** 1.96 standard deviations: 95 of 100 */
const Z = 196;

const grades = [
  { name: "优秀", from: 9000 },
  { name: "良好", from: 8000 },
  { name: "合格", from: 6000 },
  { name: "待改进", from: 0 },
];

export const ranking: RuleRow<"ranking">[] = [
  assumed(
    "ranking",
    "counties",
    { show: "ranks", grades, z: Z, words: "县级平台按综合得分排名" },
    `已公布的月报按综合得分排名；${GUIDANCE}；各档起点为假定`,
  ),
  assumed(
    "ranking",
    "units",
    { show: "grades", grades, z: Z, words: "承办单位按办理得分分档，不排名" },
    `已公布的月报不给承办单位排名；${GUIDANCE}；各档起点为假定`,
  ),
];
