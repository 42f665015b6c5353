import type { IntegerProblem } from "../domain/integer/problem.ts";

/** 同类变量: variables with the same coefficient in every row, as one; `spread` gives each its part again. */
export function mergeAlike(problem: IntegerProblem): {
  problem: IntegerProblem;
  spread: (values: Map<string, number>) => Map<string, number>;
} {
  const columns = new Map(problem.variables.map(({ name, cost }) => [name, `${cost ?? 0}`]));
  problem.rows.forEach(({ terms }, at) => {
    for (const [c, name] of terms) columns.set(name, `${columns.get(name)};${at}:${c}`);
  });
  const groups = new Map<string, IntegerProblem["variables"]>();
  for (const variable of problem.variables) {
    const column = columns.get(variable.name) as string;
    groups.set(column, [...(groups.get(column) ?? []), variable]);
  }
  const first = new Set([...groups.values()].map((group) => group[0]?.name));
  const merged = [...groups.values()].map((group) => ({
    ...(group[0] as IntegerProblem["variables"][number]),
    lower: group.reduce((sum, { lower }) => sum + lower, 0),
    upper: group.reduce((sum, { upper }) => sum + upper, 0),
  }));
  const rows = problem.rows.map((row) => ({ ...row, terms: row.terms.filter(([, name]) => first.has(name)) }));
  const spread = (values: Map<string, number>) => {
    const parts = new Map<string, number>();
    for (const group of groups.values()) {
      let left = (values.get(group[0]?.name as string) as number) - group.reduce((sum, { lower }) => sum + lower, 0);
      group.forEach(({ name, lower, upper }, at) => {
        const more = Math.min(upper - lower, Math.ceil(left / (group.length - at)));
        parts.set(name, lower + more);
        left -= more;
      });
      if (left > 0)
        for (const { name, upper } of group) {
          const more = Math.min(left, upper - (parts.get(name) as number));
          parts.set(name, (parts.get(name) as number) + more);
          left -= more;
        }
    }
    return parts;
  };
  return { problem: { ...problem, variables: merged, rows }, spread };
}
