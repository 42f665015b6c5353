import { caseView, newCase } from "../../contract/report/case.ts";
import type { OrderState } from "../../domain/order/order.ts";
import { refuse } from "../../domain/refusal.ts";
import { caseTaken, type ReportCase } from "../../domain/report/case.ts";
import type { RequestState } from "../../domain/request/request.ts";
import { addCase } from "../../store/report/cases.ts";
import { subjects } from "../../store/subject.ts";
import { operation } from "../operation.ts";
import { REPORTING } from "../report/view.ts";
import type { Visit } from "../visit.ts";
import { caseAnswer, writtenOf } from "./load.ts";

const noSuchOrder = refuse("notFound", "没有这件工单。", "请从提出来的里面选。");
const confidential = refuse("confidential", "这一件要保密，不能写成案例。", "请选别的。");

/** 可以写的一件 */
async function matterOf(order: string, { db, platform: { platform } }: Visit) {
  const [found] = (await subjects.order.load(db, platform, [order], "read")) as OrderState[];
  if (!found) return noSuchOrder;
  const [request] = (await subjects.request.load(db, platform, [found.request], "read")) as RequestState[];
  return request?.confidential ? confidential : { id: order, request: found.request };
}

/** 写成案例: begins with what the ledger says of it. */
export const takeReportCase = operation({
  id: "takeReportCase",
  method: "POST",
  path: "/report-cases",
  summary: "把一件工单写成案例：先由账本写成经过，隐去个人信息，再由人改",
  tag: "月报",
  permit: REPORTING,
  body: newCase,
  answer: caseView,
  writes: true,
  async handle({ body: { month, kind, order } }, visit) {
    const matter = await matterOf(order, visit);
    if ("refused" in matter) return matter;
    const written = await writtenOf(visit.db, { ...matter, month, kind }, visit);
    if (written === null) return noSuchOrder;
    const one: ReportCase = {
      ...{ id: visit.newId(), month, kind, request: matter.request, workOrder: order, chosen: false, version: 1 },
      ...{ title: written.title, text: written.written },
    };
    const by = { at: visit.at, by: visit.actor.by };
    const added = await addCase(visit.db, visit.platform.platform, one, by);
    return added ? caseAnswer(one, visit) : caseTaken(kind);
  },
});
