import { caseMonth, caseQuery } from "../../contract/report/case.ts";
import { grouped } from "../../domain/grouped.ts";
import { caseGrounds, caseKinds } from "../../domain/report/case.ts";
import { proposedCases } from "../../store/question/cases.ts";
import { monthOf } from "../../store/question/month.ts";
import { casesOfMonth } from "../../store/report/cases.ts";
import { operation } from "../operation.ts";
import { REPORTING } from "../report/view.ts";
import type { Visit } from "../visit.ts";
import { caseRowOf, writtenOf } from "./load.ts";

/** of each ground */
const MOST = 3;

/** 账本里可以写成案例的, each once with all its grounds and the text it would begin with */
async function proposedOf(month: string, taken: ReadonlySet<string>, visit: Visit) {
  const { rulebook } = await visit.rules();
  const found = await proposedCases(visit.db, monthOf(visit.platform, month, rulebook), MOST);
  const rows = [];
  for (const [of, proposals] of grouped(found, ({ ground, id }) => `${caseGrounds[ground].kind} ${id}`)) {
    const [{ ground, id, request }] = proposals as [(typeof found)[number]];
    const { kind } = caseGrounds[ground];
    const written = await writtenOf(visit.db, { id, request, month, kind }, visit);
    if (written)
      rows.push({
        ...{ order: id, kind, kindName: caseKinds[kind] },
        grounds: proposals.map((one) => ({ ground: one.ground, groundName: caseGrounds[one.ground].name })),
        ...{ title: written.title, text: written.written, taken: taken.has(of) },
      });
  }
  return rows;
}

export const listReportCases = operation({
  id: "listReportCases",
  method: "GET",
  path: "/report-cases",
  summary: "一个月的案例：写了的，和账本里可以写成案例的（最久的、退单最多的、超期退单的、受表扬的）",
  tag: "月报",
  permit: REPORTING,
  query: caseQuery,
  answer: caseMonth,
  handle: ({ query: { month } }, visit) =>
    visit.db.snapshot(async (tx) => {
      const inside = visit.within(tx);
      const kept = await casesOfMonth(tx, visit.platform.platform, month);
      const taken = new Set(kept.map(({ kind, workOrder }) => `${kind} ${workOrder}`));
      return { month, kept: kept.map(caseRowOf), proposed: await proposedOf(month, taken, inside) };
    }),
});
