/** 轨迹的错误: what no work order's trail can be. */
import type { Fault, Values } from "../column.ts";
import { assignmentColumns, assignmentSequence, returnColumns, returnSequence } from "../columns/orders.ts";
import { outOfOrder } from "../row.ts";

const steps = (values: Values, key: string) => (values[key] as Values[] | null | undefined) ?? [];

const isNumbered = (trail: Values[]) => trail.every((step, at) => step.no === at + 1);

/** 派发轨迹和退单轨迹的错误: numbering, order in time, a return of an assignment that isn't there. */
export function trailFaults(values: Values): Fault[] {
  const [assignments, returns] = [steps(values, "assignments"), steps(values, "returns")];
  const inTime = [
    ...assignments.flatMap((step) => outOfOrder(step, assignmentSequence, assignmentColumns)),
    ...returns.flatMap((step) => outOfOrder(step, returnSequence, returnColumns)),
  ].map(({ reason }) => reason);
  const reasons: [boolean, string, string][] = [
    [!isNumbered(assignments), "派发轨迹", "序号应从 1 起连续"],
    [!isNumbered(returns), "退单轨迹", "序号应从 1 起连续"],
    [
      values.assignments !== undefined && values.assignments !== null && assignments.length === 0,
      "派发轨迹",
      "没有一步",
    ],
    [
      assignments.length > 0 && returns.some((step) => Number(step.assignment) > assignments.length),
      "退单轨迹",
      "退的那次派发不在派发轨迹中",
    ],
    [inTime.length > 0, "派发轨迹", inTime.join("；")],
  ];
  return reasons.flatMap(([isWrong, column, reason]) => (isWrong ? [{ column, reason }] : []));
}
