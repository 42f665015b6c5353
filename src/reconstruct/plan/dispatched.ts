import type { Term } from "../../domain/integer/problem.ts";
import type { FiguresFile, TopicShare } from "../../domain/measure/figures.ts";
import { placeAt, unitAt } from "./cast.ts";
import { wholesFor } from "./guesses.ts";
import { rateIs } from "./leaves.ts";
import { type Model, sumOf, total, variable } from "./model.ts";
import { descending } from "./ordered.ts";
import { bySubcategory, ofGroup, SENT, split } from "./requests.ts";
import type { World } from "./world.ts";

/** Everyone whose shares aren't printed, in one. */
export const OTHERS = "其余单位";
export const ofUnit = (unit: string) => `派发 单位 ${unit}`;
export const cell = (unit: string, group: string) => `派发 单位 ${unit} 小类 ${group}`;

interface Panel {
  unit: string;
  path: string;
  top: Partial<TopicShare<number | null>>[];
}

/** 面板: the units whose leading subcategories are printed, places first. */
export function panelsOf(world: World, file: FiguresFile): Panel[] {
  const places = (file.districtsTop3 ?? []).map((row, at): Panel => {
    const unit = world.places.find((place) => place.name === placeAt(file, at))?.unit as string;
    return { unit, path: `districtsTop3[${at}]`, top: (row.top ?? []) as Panel["top"] };
  });
  const units = (file.unitsTop3 ?? []).map((row, at): Panel => {
    return {
      unit: world.unitOf(unitAt(file, at)).code,
      path: `unitsTop3[${at}]`,
      top: (row.top ?? []) as Panel["top"],
    };
  });
  return [...places, ...units];
}

function panelRows(model: Model, world: World, panel: Panel, full: number) {
  const topics = panel.top.map((one) => world.canonical(one.topic as string));
  const [top, others] = split(
    bySubcategory(world.groups, ({ id }) => [[1, cell(panel.unit, id)]]),
    topics,
  );
  const name = world.units.find(({ code }) => code === panel.unit)?.name ?? "";
  descending(model, top, others, full, `${name}承办的小类`);
  top.forEach(({ terms }, at) => {
    const whole = sumOf([ofUnit(panel.unit)]);
    rateIs(model, `${panel.path}.top[${at}].share`, [terms, whole], panel.top[at]?.share);
  });
}

/** 五个承办量最大的单位 outside the district group, in order; all others there at most the last. */
function unitOrder(model: Model, world: World, file: FiguresFile, shown: Set<string>) {
  const five = (file.unitsTop3 ?? []).map((_, at) => world.unitOf(unitAt(file, at)));
  if (five.length === 0) return;
  const place = (unit: { code: string; order: number }) => ({
    terms: [[1, ofUnit(unit.code)]] as Term[],
    order: unit.order,
  });
  const rest = world.units.filter((unit) => !unit.apart && !shown.has(unit.code));
  const others = { terms: [[1, ofUnit(OTHERS)]] as Term[], order: 0, orders: rest.map((unit) => unit.order) };
  const apart = world.units.some((unit) => unit.apart && !shown.has(unit.code));
  descending(model, five.map(place), apart || rest.length === 0 ? [] : [others], five.length, "派发最多的单位");
}

/** 派发工单按单位、小类: shares of a unit's work orders; every class of a unit beside the printed ones at most the last. */
export function dispatchedRows(model: Model, world: World, file: FiguresFile) {
  const panels = panelsOf(world, file);
  if (panels.length === 0) return;
  const shown = new Set(panels.map((panel) => panel.unit));
  const everyone = world.units.every((unit) => shown.has(unit.code));
  const units = [...shown, OTHERS];
  for (const unit of units) {
    for (const { id } of world.groups) variable(model, cell(unit, id), 0, unit === OTHERS && everyone ? 0 : undefined);
    total(
      model,
      variable(model, ofUnit(unit)),
      world.groups.map(({ id }) => cell(unit, id)),
      "单位派发量等于其各小类之和",
    );
  }
  for (const { id } of world.groups)
    total(
      model,
      ofGroup(SENT, id),
      units.map((unit) => cell(unit, id)),
      "小类派发量等于各单位之和",
    );
  total(model, SENT, units.map(ofUnit), "派发量等于各单位之和");
  for (const unit of shown) {
    const row = world.units.find(({ code }) => code === unit)?.row;
    const counts = row ? file.appendix1?.groups?.[row.group]?.rows?.[row.at] : undefined;
    const handled = counts?.validOrders ?? counts?.followUps;
    if (handled) model.hints.set(ofUnit(unit), handled);
  }
  for (const { unit, top } of panels) {
    const natural = model.hints.get(ofUnit(unit)) ?? Math.round((model.hints.get(SENT) ?? 0) / (2 * panels.length));
    model.guesses.set(ofUnit(unit), wholesFor(top, natural));
  }
  const full = (table: string) =>
    Math.max(0, ...panels.filter((panel) => panel.path.startsWith(table)).map((panel) => panel.top.length));
  for (const panel of panels)
    if (panel.top.length > 0) panelRows(model, world, panel, full(panel.path.split("[")[0] as string));
  unitOrder(model, world, file, shown);
}
