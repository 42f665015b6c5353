/** 承办单位: the 53 rows of appendix 1 in printed order, by group. Codes are ours: group digit and position. */
import type { RuleRow } from "../../src/domain/rule/rulebook.ts";

const SOURCE = "湘潭市12345热线2022年11月运行情况分析报告 附件1";

const GROUPS: { key: string; name: string; rankedApart: boolean; units: string[] }[] = [
  {
    key: "district",
    name: "县市区、园区（示范区）",
    rankedApart: true,
    units: [
      "岳塘区人民政府 岳塘区",
      "雨湖区人民政府 雨湖区",
      "湘潭经开区管委会 湘潭经开区",
      "湘潭高新区管委会 高新区",
      "湘潭县人民政府 湘潭县",
      "湘乡市人民政府 湘乡市",
      "韶山市人民政府 韶山市",
      "岳塘经开区管委会 岳塘经开区",
    ],
  },
  {
    key: "department",
    name: "市直、驻潭单位",
    rankedApart: false,
    units: [
      "市公安局",
      "市市场监管局",
      "市人社局",
      "市生态环境局",
      "市卫健委",
      "市住建局",
      "市交通局",
      "市医保局",
      "市教育局",
      "市城管局",
      "市邮政管理局",
      "市税务局",
      "市资规局",
      "湘潭银保监分局",
      "市文旅广体局",
      "市财政局",
      "市商务局",
      "市公积金中心",
      "市民政局",
      "市发改委",
      "市机关事务局",
      "市农业农村局",
      "市消防支队",
      "市退役军人事务局",
      "韶灌局",
      "市气象局",
      "市人防办",
      "市工信局",
      "市公共资源交易中心",
      "团市委",
      "市优居中心",
      "市妇联",
    ],
  },
  {
    key: "enterprise",
    name: "承担公共服务的企事业单位",
    rankedApart: false,
    units: [
      "湘潭交发集团",
      "湘潭城发集团",
      "移动湘潭分公司",
      "湘潭中环水务公司",
      "湘潭新奥燃气公司",
      "联通湘潭分公司",
      "电信湘潭分公司",
      "湘盾集团",
      "国网湘潭供电公司",
      "湘潭医卫职院",
      "湘潭邮政分公司",
      "国安网络公司",
      "湘潭广电",
    ],
  },
];

const printed = { from: "2000-01-01", until: null, source: SOURCE, assumption: false };

export const unitGroups: RuleRow<"unitGroup">[] = GROUPS.map(({ key, name, rankedApart }, at) => ({
  ...printed,
  kind: "unitGroup",
  key,
  value: { name, order: at + 1, rankedApart },
}));

export const units: RuleRow<"unit">[] = GROUPS.flatMap((group, at) =>
  group.units.map((line, position) => {
    const [name = "", ...shortNames] = line.split(" ");
    const order = (at + 1) * 100 + position + 1;
    return {
      ...printed,
      kind: "unit",
      key: String(order),
      value: { name, group: group.key, order, shortNames, listedWhenIdle: false },
    };
  }),
);
