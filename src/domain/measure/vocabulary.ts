import type { CategoriesNote, Figures } from "./figures.ts";
import type { Measured } from "./measured.ts";
import { registered, type Setting, unitName } from "./setting.ts";

/** 类名表: the tree and aliases in force, as a figures file carries them, so that the file can be read elsewhere. */
export function categoriesNote(setting: Setting): CategoriesNote {
  const rows = registered(setting.rulebook, "category", setting.month).toSorted(
    (a, b) => a.value.order - b.value.order,
  );
  const aliases = registered(setting.rulebook, "alias", setting.month);
  return {
    tree: rows
      .filter((row) => row.value.parent === null)
      .map(({ key, value, assumption }) => {
        const inIt = rows.filter((row) => row.value.parent === key);
        const assumed = inIt.filter((row) => row.assumption).map((row) => row.value.name);
        return {
          category: value.name,
          subcategories: inIt.map((row) => row.value.name),
          assumed: assumption ? [value.name, ...assumed] : assumed,
        };
      }),
    aliases: Object.fromEntries(aliases.map((row) => [row.key, row.value.of])),
    assumedAliases: aliases.filter((row) => row.assumption).map((row) => row.key),
  };
}

/** 地区与单位: which unit takes the work orders of each district of the body. */
export function placesNote(setting: Setting): Figures<Measured>["places"] {
  const places = registered(setting.rulebook, "place", setting.month).filter((row) => row.value.unit);
  return { unit: Object.fromEntries(places.map((row) => [row.value.name, unitName(setting, row.value.unit ?? "")])) };
}
