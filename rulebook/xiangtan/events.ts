import { assumed } from "../row.ts";

/** 热点事件: which subcategories and words mark a request as part of it. */
export const events = [
  assumed(
    "hotEvent",
    "covid",
    {
      name: "新冠肺炎疫情",
      categories: ["0101"],
      words: ["健康码", "核酸", "密接", "隔离", "疫情", "返潭", "赋码", "封控", "新冠"],
    },
    "湘潭市12345热线2022年11月运行情况分析报告 一（二）3（名称与关注点）；判定规则为假定",
  ),
];
