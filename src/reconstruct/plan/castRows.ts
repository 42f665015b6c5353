import type { CivilDate } from "../../domain/calendar/civil.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { allInForce } from "../../domain/rule/inForce.ts";
import type { Rulebook, RuleRow } from "../../domain/rule/rulebook.ts";
import type { Cast, CastDraft } from "./cast.ts";

const SOURCE = "由月度数字文件推得";

/** 角色的规则行: what the cast says beyond the rulebook. */
export function castRows(
  draft: CastDraft,
  cast: Omit<Cast, "rows">,
  file: FiguresFile,
  book: Rulebook,
  on: CivilDate,
): RuleRow[] {
  const base = { from: on, until: null, source: SOURCE, assumption: true };
  const printed = draft.units.some((one) => one.row !== null);
  const old = new Map(allInForce(book, "unit", on).map((row) => [row.key, row.value]));
  // a group that the file prints without its rows has some row, if only an idle one
  const numbered = new Set(cast.numbered.flatMap(({ groups }) => groups));
  const unstated = draft.units.filter((one) => one.unstated && !numbered.has(one.group));
  const shown = new Set([...new Map(unstated.toReversed().map((one) => [one.group, one.code])).values()]);
  const units = draft.units.flatMap((one): RuleRow[] => {
    const before = old.get(one.code);
    const listedWhenIdle = shown.has(one.code) || (printed ? one.row !== null : (before?.listedWhenIdle ?? false));
    const same =
      before && before.group === one.group && before.order === one.order && before.listedWhenIdle === listedWhenIdle;
    if (same) return [];
    const { name, group, order } = one;
    return [
      {
        ...base,
        kind: "unit",
        key: one.code,
        value: { name, group, order, shortNames: before?.shortNames ?? [], listedWhenIdle },
      },
    ];
  });
  const groups = [...draft.groups].map(([key, value]): RuleRow => ({ ...base, kind: "unitGroup", key, value }));
  const oldPlaces = allInForce(book, "place", on).map((row) => row.value);
  const places = cast.places.flatMap(({ name, unit: code }, at): RuleRow[] =>
    oldPlaces.some((place) => place.name === name && place.unit === code)
      ? []
      : [
          {
            ...base,
            kind: "place",
            key: `地${at + 1}`,
            value: { name, parent: null, order: at + 1, level: "district", unit: code },
          },
        ],
  );
  const counties = cast.counties.map(
    ({ name, order, unit: code }): RuleRow => ({
      ...base,
      kind: "county",
      key: name,
      value: { name, order, ...(code ? { unit: code } : {}) },
    }),
  );
  const types =
    (file.requests?.byType ?? []).length === 0
      ? []
      : cast.types.map(
          (name, at): RuleRow => ({ ...base, kind: "requestType", key: name, value: { name, order: at + 1 } }),
        );
  return [...groups, ...units, ...places, ...counties, ...types];
}
