/** 规则行的检查: what a file's row may say is what the form may say, given the rulebook and the file's other rows. */
import { ruleContent } from "../../api/admin/addRule.ts";
import { dateWords } from "../../domain/calendar/civil.ts";
import type { Fault } from "../../domain/import/column.ts";
import type { Names } from "../../domain/import/names.ts";
import { isSaid, type RuleFile } from "../../domain/import/state/rule.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { ruleFault } from "../../domain/rule/fault.ts";
import type { Rulebook, RuleRow } from "../../domain/rule/rulebook.ts";
import type { ReadRow } from "./rows.ts";

/** 凭什么判断 */
export interface Judging {
  file: RuleFile;
  names: Names;
  /** what is accepted is learned */
  rulebook: Rulebook;
  /** whether the operator has a row of that kind, key and first day already */
  isTaken(row: RuleRow): boolean;
}

interface Work extends Judging {
  /** kind, key and first day of what the file itself brought */
  fresh: Set<string>;
}

/** 一行的判断: what of its rules is new, or why it isn't taken */
export type Verdict = { add: RuleRow[] } | { faults: Fault[] };

const rowsIn = (rulebook: Rulebook, { kind }: RuleRow) => (rulebook.rows[kind] ??= []) as RuleRow[];
const keyOf = ({ kind, key }: RuleRow) => `${kind} ${key}`;
const dayOf = (row: RuleRow) => `${keyOf(row)} ${row.from}`;

const another = ({ key, from }: RuleRow) =>
  refuse("ruleSaid", `“${key}”自${dateWords(from)}起已另有规定；规则只增不改，请换一个生效日期。`);

/** 像在页面上添加一样查; a row is only ever added, so an operator's own of the same day stands. */
function sound(row: RuleRow, { rulebook, isTaken, fresh }: Work): RuleRow | Refused {
  const value = ruleContent(row);
  if ("refused" in value) return value;
  const read = { ...row, value } as RuleRow;
  const fault = ruleFault(read, rulebook);
  if (fault) return fault;
  return isTaken(row) || fresh.has(dayOf(row)) ? another(row) : read;
}

/** What one row of the file says is taken whole, or nothing of it. */
function taken(said: RuleRow[], of: Work): Verdict {
  const add: RuleRow[] = [];
  for (const one of said) {
    if (isSaid(of.rulebook, one)) continue;
    const row = sound(one, of);
    if ("refused" in row) {
      for (const learned of add) rowsIn(of.rulebook, learned).pop();
      return { faults: [{ column: "", reason: row.sentence.replace(/。$/, "") }] };
    }
    rowsIn(of.rulebook, row).push(row);
    add.push(row);
  }
  for (const row of add) of.fresh.add(dayOf(row));
  return { add };
}

function verdictOn({ values, faults }: ReadRow, of: Work): Verdict {
  const said = faults.length > 0 ? faults : of.file.rows(values, of.names, of.rulebook);
  return said.some((one) => "reason" in one) ? { faults: said as Fault[] } : taken(said as RuleRow[], of);
}

/** 逐行判断 the rows of a file: one may name what stands further down, so whoever isn't taken is looked at again. */
export function judgeRules(rows: readonly ReadRow[], of: Judging): Map<ReadRow, Verdict> {
  const verdicts = new Map<ReadRow, Verdict>();
  const work = { ...of, fresh: new Set<string>() };
  for (let [left, before] = [rows, rows.length + 1]; left.length < before; ) {
    before = left.length;
    left = left.filter((row) => {
      const verdict = verdictOn(row, work);
      verdicts.set(row, verdict);
      return "faults" in verdict;
    });
  }
  return verdicts;
}
