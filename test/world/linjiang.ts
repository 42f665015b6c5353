/** 虚构的临江市: its units, places and rules, on top of what holds everywhere. */
import { booksFor } from "../../rulebook/books.ts";
import { assemble } from "../../src/domain/rule/inForce.ts";
import type { RuleKind, RuleKinds, RuleRow } from "../../src/domain/rule/rulebook.ts";

const row = <K extends RuleKind>(kind: K, key: string, value: RuleKinds[K], from = "2000-01-01"): RuleRow<K> => ({
  kind,
  key,
  from,
  until: null,
  value,
  source: "临江市热线办〔2023〕7号",
  assumption: false,
});

export const units: [code: string, name: string, group: string][] = [
  ["d1", "东屏区人民政府", "district"],
  ["d2", "西塘区人民政府", "district"],
  ["d3", "青溪县人民政府", "district"],
  ["d4", "石桥市人民政府", "district"],
  ["d5", "临江高新技术产业开发区管理委员会", "district"],
  ["u1", "市公安局", "department"],
  ["u2", "市市场监管局", "department"],
  ["u3", "市人社局", "department"],
  ["u4", "市住房和城乡建设局", "department"],
  ["u5", "市机关事务局", "department"],
  ["e1", "临江水务集团", "enterprise"],
  ["e2", "临江公共交通（集团）有限责任公司", "enterprise"],
];

const places: [code: string, name: string, unit: string][] = [
  ["p1", "东屏区", "d1"],
  ["p2", "西塘区", "d2"],
  ["p3", "青溪县", "d3"],
  ["p4", "石桥市", "d4"],
  ["p5", "高新区", "d5"],
];

const own: RuleRow[] = [
  ...units.map(([code, name, group], order) =>
    row("unit", code, { name, group, order, shortNames: [], listedWhenIdle: false }),
  ),
  ...places.map(([code, name, unit], order) =>
    row("place", code, { name, parent: null, order, level: "district", unit }),
  ),
  row("business", "0301", { group: "登记与许可", order: 1 }),
  row("county", "青溪县", { name: "青溪县", order: 1, unit: "d3" }),
  row("county", "石桥市", { name: "石桥市", order: 2, unit: "d4" }),
  row(
    "satisfaction",
    "satisfactionRate",
    {
      numerator: ["satisfied", "neutral"],
      denominator: ["satisfied", "neutral", "dissatisfied"],
      words: "（满意量＋一般量）÷（回访总量−未评价量）",
      authority: "市政务服务工作会议",
    },
    "2023-02-01",
  ),
];

export const linjiang = assemble([...booksFor("临江市").map((book) => book.rows), own]);
