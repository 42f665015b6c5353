/**
 * 派单目录: which unit for which subcategory (and place). Only what the report settles is stated; the rest follows from the
 * units' names and is assumed.
 */
import type { RuleRow } from "../../src/domain/rule/rulebook.ts";
import { assumed, since, stated } from "../row.ts";

/** unit code → the subcategories it takes city-wide */
const BY_UNIT: Record<string, string> = {
  "201": "0402 0403 0404 0401 0405 0406 0407 0408 0409 0508 1604",
  "202": "0301 0302 0303 0304 0305 0306 0107",
  "203": "0201 0202 0204 0205 0206 0207 0208 0209",
  "204": "0901 0902 0903 0904 0905 0906 0907 0908",
  "205": "0101 1101 1102 1103 1104 1105 1106 1107 1108",
  "206": "0601 0606 0607 0610",
  "207": "0701 0705 0706 0707 0708 0709",
  "208": "0203",
  "209": "1201 1202 1203 1204 1205",
  "210": "0802 0803 0804 0805 0806 0807 0808 0809",
  "211": "0506",
  "212": "0308",
  "213": "0608",
  "214": "0307 0309",
  "215": "1206 1207 1208",
  "217": "1603",
  "218": "0609",
  "219": "1301 1302 1303 1304 1305 1306 1504 1508",
  "220": "1606",
  "221": "1501 1502 1503 1506 1601 1602 1605 1607 1608",
  "222": "1401 1402 1404 1405 1406 1407 1408",
  "223": "0104",
  "224": "1308",
  "225": "1403",
  "226": "0105",
  "227": "0106",
  "228": "0102 0103 0108",
  "229": "1505",
  "230": "1507",
  "231": "0602",
  "232": "1307",
  "301": "0702 0703 0704 0710",
  "302": "0604 0801 0605",
  "303": "0501 0503 0504",
  "304": "1001 1004 1006 1007 1008",
  "305": "1003 1005",
  "306": "0502",
  "309": "1002",
  "311": "0507",
  "312": "0505",
};

/** what districts take themselves in their own place, as the shares of the report suggest */
const BY_PLACE = ["0101", "0202", "0301", "0601", "0501", "0901"];
const DISTRICT_OF: Record<string, string> = {
  "430302": "102",
  "430304": "101",
  "430371": "104",
  "430373": "103",
  "430304K": "108",
  "430321": "105",
  "430381": "106",
  "430382": "107",
};

const OWN = "按单位名称和职能拟定";
const SEED = "湘潭市12345热线2022年11月运行情况分析报告";

const cityWide = Object.entries(BY_UNIT).flatMap(([unit, codes]) =>
  codes.split(" ").map((code) => assumed("directory", code, { unit, basis: "职能" }, OWN)),
);
const inPlace = BY_PLACE.flatMap((code) =>
  Object.entries(DISTRICT_OF).map(([place, unit]) =>
    assumed("directory", `${code}@${place}`, { unit, basis: "属地" }, `${SEED} 一（二）4（各地诉求结构）`),
  ),
);

/** 违章建筑: two decisions, each a row of its own; the day of the second isn't printed. */
const illegalBuilding: RuleRow<"directory">[] = [
  since(
    stated("directory", "0603", { unit: "213", basis: "6月7日热线疑难工单专题调度会" }, `${SEED} 四（一）`),
    "2022-06-07",
    "2022-11-21",
  ),
  since(
    assumed("directory", "0603", { unit: "210", basis: "11月会议备忘录" }, `${SEED} 四（一）；日期为假定`),
    "2022-11-21",
  ),
];

export const directory: RuleRow<"directory">[] = [...cityWide, ...inPlace, ...illegalBuilding];
