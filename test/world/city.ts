/** 云岭市的热线: an invented city as its hotline knows it: units, classes, places. */
import { booksFor } from "../../rulebook/books.ts";
import { assumed } from "../../rulebook/row.ts";
import type { RuleRow } from "../../src/domain/rule/rulebook.ts";
import type { Platform } from "../../src/store/platform.ts";

const SOURCE = "测试用虚构城市";

const unit = (key: string, name: string, order: number, parent?: string) =>
  assumed("unit", key, { name, group: "department", order, shortNames: [], listedWhenIdle: false, parent }, SOURCE);

export const rules: RuleRow[] = [
  unit("housing", "市住建局", 1),
  unit("streets", "市城管局", 2),
  unit("east", "东河区", 3),
  unit("east-osmanthus", "桂花街道", 4, "east"),
  unit("west", "西山区", 5),
  unit("bus", "云岭公交", 6),
  assumed("category", "h", { name: "住房", parent: null, order: 1 }, SOURCE),
  assumed("category", "h1", { name: "物业管理", parent: "h", order: 1 }, SOURCE),
  assumed("category", "h2", { name: "违法建设", parent: "h", order: 2 }, SOURCE),
  assumed("place", "p-east", { name: "东河区", parent: null, order: 1, level: "district", unit: "east" }, SOURCE),
];

export const cityNamed = (name: string, id: string): Platform => ({
  platform: id,
  name,
  level: "city",
  zone: "Asia/Shanghai",
  origin: "live",
  books: booksFor(name).map((book) => book.id),
});
