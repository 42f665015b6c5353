/**
 * 县级平台综合排名: 附件2's table as data. Points, weights and full scores are printed; thresholds and slopes are recovered
 * from the printed scores, which fit them but for one item.
 */
import type { Scorecard } from "../../src/domain/scorecard/scorecard.ts";
import { stated } from "../row.ts";

const INFERRED = "由附件2的已公布得分反推";

const countyComposite: Scorecard = {
  name: "县级12345热线综合排名",
  full: 10000,
  rounding: { rates: 2, items: 2, components: 2 },
  whenMissing: "leaveOut",
  components: [
    {
      key: "dispatched",
      name: "交办工单办理评分",
      weight: 1000,
      items: [
        { kind: "proportional", key: "onTime", name: "按时办结率", points: 3000, assumption: "只见过100%的得分" },
        { kind: "proportional", key: "informed", name: "联系反馈当事人率", points: 3000 },
        {
          kind: "slope",
          key: "satisfaction",
          name: "回访满意率",
          points: 4000,
          fullFrom: 9000,
          slope: 100,
          assumption: "由一个非零得分和两个零分反推",
        },
      ],
    },
    {
      key: "five",
      name: "五率一度评分",
      weight: 6000,
      items: [
        { kind: "slope", key: "answer", name: "接通率", points: 2000, fullFrom: 9500, slope: 20, assumption: INFERRED },
        {
          kind: "slope",
          key: "firstContact",
          name: "在线办结率",
          points: 1000,
          fullFrom: 7000,
          slope: 10,
          assumption: "已公布的都是满分（最低75.72%），满分线与扣分为假定",
        },
        {
          kind: "slope",
          key: "onTime",
          name: "按时办结率",
          points: 1000,
          fullFrom: 10000,
          slope: 10,
          assumption: INFERRED,
        },
        {
          kind: "slope",
          key: "followUp",
          name: "回访率",
          points: 1000,
          fullFrom: 10000,
          slope: 20,
          assumption: INFERRED,
        },
        {
          kind: "slope",
          key: "satisfaction",
          name: "满意率",
          points: 2000,
          fullFrom: 10000,
          slope: 40,
          assumption: INFERRED,
        },
        { kind: "verdict", key: "accuracy", name: "数据准确度", points: 3000 },
      ],
    },
    {
      key: "mysteryCall",
      name: "拨测评分",
      weight: 3000,
      items: [
        { kind: "mean", key: "voiceMenu", name: "语音导航", points: 1000 },
        { kind: "mean", key: "connection", name: "接通情况", points: 1000 },
        { kind: "mean", key: "etiquette", name: "服务规范", points: 4000 },
        { kind: "mean", key: "knowledge", name: "业务知识", points: 3000 },
        { kind: "mean", key: "followUp", name: "回访服务", points: 1000 },
      ],
    },
  ],
  note: [
    "综合得分为交办工单办理、五率一度、拨测三部分按权重折合后相加",
    "县（市）自有平台的五率一度按省的考核标准评分",
    "交办工单办理参照单位季度考核的办法评分",
    "各率先保留两位小数再计分，各项得分、各部分折合得分均保留两位小数",
  ],
};

export const scorecard = [
  stated(
    "scorecard",
    "countyComposite",
    countyComposite,
    "湘潭市12345热线2022年11月运行情况分析报告 附件2及注（五率一度按省考核标准）；满分线与扣分由得分反推",
  ),
];
