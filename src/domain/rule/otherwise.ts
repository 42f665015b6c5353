/** 另一种算法: a rulebook whose ways of counting are those of another day; everything else stays as it is. */
import type { CivilDate } from "../calendar/civil.ts";
import { allInForce } from "./inForce.ts";
import type { Rulebook, RuleKind, RuleKinds, RuleRow } from "./rulebook.ts";
import { ruleKindNames, ruleTitle } from "./title.ts";

/** 算法的规则: how figures are made of counts, not what there is to count */
export const formulaKinds = ["satisfaction", "answerWithin", "threshold", "scorecard"] as const satisfies RuleKind[];

/** 算进数字的门槛; the others say when somebody is locked out or a matter turns red, and no figure hangs on them */
const formulaThresholds: readonly string[] = [
  ...["enoughRatings", "largeShare"],
  ...["warningLeast", "warningGrowth", "warningPeriods", "warningBase"],
];

const isFormula = ({ kind, key }: Pick<RuleRow, "kind" | "key">): boolean =>
  kind !== "threshold" || formulaThresholds.includes(key);

const formulasOn = (book: Rulebook, kind: (typeof formulaKinds)[number], day: CivilDate): RuleRow[] =>
  (allInForce(book, kind, day) as RuleRow[]).filter(isFormula);

const ALWAYS: Pick<RuleRow, "from" | "until"> = { from: "0001-01-01", until: null };

/** 按某日的算法: the formulas that were in force on that day hold for every day; those that weren't there yet hold for none. */
export function underFormulasOf(book: Rulebook, day: CivilDate): Rulebook {
  const held = formulaKinds.map((kind) => [
    kind,
    [
      ...((book.rows[kind] ?? []) as RuleRow[]).filter((row) => !isFormula(row)),
      ...formulasOn(book, kind, day).map((row) => ({ ...row, ...ALWAYS })),
    ],
  ]);
  return { rows: { ...book.rows, ...Object.fromEntries(held) } };
}

/** 别的几版 of a formula: every row of the rule in the book but the one of that day, each that says something else once. */
export function otherVersions(book: Rulebook, kind: string, key: string, from: CivilDate): RuleRow[] {
  const formula = formulaKinds.find((one) => one === kind);
  if (!formula) return [];
  const rows = ((book.rows[formula] ?? []) as RuleRow[]).filter((row) => row.key === key);
  const said = (row: RuleRow) => JSON.stringify(row.value);
  const own = rows.findLast((row) => row.from === from);
  const others = new Map(rows.map((row) => [said(row), row]));
  if (own) others.delete(said(own));
  return [...others.values()];
}

/** 换一版: that one row of its rule holds for every day; everything else stays as it is. */
export const underVersion = (book: Rulebook, row: RuleRow): Rulebook => ({
  rows: {
    ...book.rows,
    [row.kind]: [
      ...((book.rows[row.kind] ?? []) as RuleRow[]).filter(({ key }) => key !== row.key),
      { ...row, ...ALWAYS },
    ],
  },
});

/** 一张评分表当作一行: whether it is kept or only tried */
export const scorecardRow = (value: RuleKinds["scorecard"]): RuleRow<"scorecard"> => ({
  ...{ kind: "scorecard", key: "countyComposite", ...ALWAYS, value },
  ...{ source: "试算", assumption: true },
});

/** 换一张评分表: for every day; everything else stays as it is. */
export const underScorecard = (book: Rulebook, value: RuleKinds["scorecard"]): Rulebook => ({
  rows: { ...book.rows, scorecard: [scorecardRow(value)] },
});

/** 算法的不同: a rule that one day has and another has otherwise; null: not there */
export interface FormulaChange {
  kindName: string;
  key: string;
  before: string | null;
  after: string | null;
}

/** 两个日子的算法有什么不同 */
export function formulaChanges(book: Rulebook, [before, after]: readonly [CivilDate, CivilDate]): FormulaChange[] {
  return formulaKinds.flatMap((kind) => {
    const rows = [before, after].map((day) => new Map(formulasOn(book, kind, day).map((row) => [row.key, row])));
    const keys = [...new Set(rows.flatMap((each) => [...each.keys()]))];
    return keys.flatMap((key) => {
      const [was, is] = rows.map((each) => each.get(key) ?? null);
      if (was === is) return [];
      const titled = (row: RuleRow | null | undefined) => (row ? ruleTitle(row, book) : null);
      return [{ kindName: ruleKindNames[kind], key, before: titled(was), after: titled(is) }];
    });
  });
}
