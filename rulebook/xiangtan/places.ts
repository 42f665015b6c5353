/** 地区: the eight districts and parks in the order the report prints them, their streets, some communities. */
import type { RuleRow } from "../../src/domain/rule/rulebook.ts";
import { STREETS } from "./divisions.ts";

const SEED = "湘潭市12345热线2022年11月运行情况分析报告 一（二）4、附件1";
const DIVISIONS = "全国行政区划公开数据（2023年，MIT许可）";

type Place = RuleRow<"place">["value"];
const place = (key: string, value: Place, source: string, assumption = false): RuleRow<"place"> => ({
  kind: "place",
  key,
  from: "2000-01-01",
  until: null,
  value,
  source,
  assumption,
});

const DISTRICTS: [code: string, name: string, unit: string, aliases: string[]][] = [
  ["430302", "雨湖区", "102", []],
  ["430304", "岳塘区", "101", []],
  ["430371", "高新区", "104", ["湘潭高新区", "湖南湘潭高新技术产业园区"]],
  ["430373", "湘潭经开区", "103", ["经开区", "湘潭九华示范区", "九华示范区"]],
  ["430304K", "岳塘经开区", "108", ["岳塘经济开发区"]],
  ["430321", "湘潭县", "105", []],
  ["430381", "湘乡市", "106", []],
  ["430382", "韶山市", "107", []],
];

/** 旧名: names that people and older records still use. */
const FORMER: Record<string, string[]> = { "430302001": ["中山路街道"], "430304010": ["云峰村"] };

/** 归属假定: a street of a park that the report doesn't list apart. */
const ASSUMED_PARENT = new Set(["430372100"]);

const districts = DISTRICTS.map(([code, name, unit, aliases], at) =>
  place(code, { name, parent: null, order: at + 1, level: "district", unit, aliases }, SEED),
);

function street(line: string, parent: string, at: number): RuleRow<"place">[] {
  const [code = "", name = "", ...rest] = line.split(" ");
  const aliases = FORMER[code];
  const assumption = aliases !== undefined || ASSUMED_PARENT.has(code);
  const own = place(code, { name, parent, order: at + 1, level: "street", aliases }, DIVISIONS, assumption);
  const communities = rest.flatMap((key, index) => {
    const community = rest[index + 1];
    if (index % 2 === 1 || community === undefined) return [];
    return [place(key, { name: community, parent: code, order: index / 2 + 1, level: "community" }, DIVISIONS)];
  });
  return [own, ...communities];
}

export const places: RuleRow<"place">[] = [
  ...districts,
  ...Object.entries(STREETS).flatMap(([district, lines]) => lines.flatMap((line, at) => street(line, district, at))),
];

export const counties: RuleRow<"county">[] = [
  ["湘潭县", "105"],
  ["湘乡市", "106"],
  ["韶山市", "107"],
].map(([name = "", unit], at) => ({
  kind: "county",
  key: name,
  from: "2000-01-01",
  until: null,
  value: { name, order: at + 1, unit },
  source: "湘潭市12345热线2022年11月运行情况分析报告 二（二）、附件1注4",
  assumption: false,
}));
