import type { RuleKind, RuleKinds, RuleRow } from "../../src/domain/rule/rulebook.ts";
import type { ReleaseBook } from "../../src/store/migrate.ts";

const row = <K extends RuleKind>(kind: K, key: string, value: RuleKinds[K]): RuleRow<K> => ({
  kind,
  key,
  from: "2020-01-01",
  until: null,
  value,
  source: "测试",
  assumption: false,
});

const unit = (key: string, name: string, shortNames: string[] = []) =>
  row("unit", key, { name, group: "bureau", order: 1, shortNames, listedWhenIdle: false });

/** What an invented city decided: enough to import records by name. It is the book of platforms that no book names. */
export const importBooks: ReleaseBook[] = [
  { id: "national", rows: [] },
  {
    id: "default",
    rows: [
      row("unitGroup", "bureau", { name: "市直单位", order: 1, rankedApart: false }),
      unit("u1", "城管局", ["城管"]),
      unit("u2", "住建局"),
      row("category", "01", { name: "城市管理", parent: null, order: 1 }),
      row("category", "0101", { name: "市容环境", parent: "01", order: 1 }),
      row("category", "0102", { name: "其他", parent: "01", order: 2 }),
      row("category", "02", { name: "住房", parent: null, order: 2 }),
      row("category", "0201", { name: "物业管理", parent: "02", order: 1 }),
      row("category", "0202", { name: "其他", parent: "02", order: 2 }),
      row("alias", "小区物业", { of: "物业管理" }),
      row("requestType", "咨询", { name: "咨询", order: 1 }),
      row("requestType", "投诉", { name: "投诉", order: 2 }),
      row("county", "东县", { name: "东县", order: 1 }),
    ],
  },
];
