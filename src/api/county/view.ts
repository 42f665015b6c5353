/** 县级月报给人看的样子 */
import type { z } from "zod";
import type { countyReportRow, countyReportView } from "../../contract/county/countyReport.ts";
import { daysOf } from "../../domain/calendar/month.ts";
import {
  answerBy,
  type CountyAction,
  type CountyCase,
  countyRefusal,
  countyTerms,
  fullAccuracy,
  openObjections,
  proposedAccuracy,
  reportBy,
  stateNames,
  stateOf,
} from "../../domain/county/act.ts";
import type { DataObjection } from "../../domain/county/county.ts";
import { type DataFinding, findingNames, findingsIn } from "../../domain/county/findings.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { allowance } from "../../domain/refusal.ts";
import { wordsAbout } from "../../store/county/months.ts";
import { iso, isoOrNull } from "../time.ts";
import type { Visit } from "../visit.ts";
import type { Gathered } from "./load.ts";

/** 迟报: the first delivery counts, not the correction; null: it was in time, or there is none. */
function lateness({ month, deliveries: [first] }: Gathered, rules: Rules) {
  const due = reportBy(month, rules);
  if (!first || first.at < due) return null;
  return { due: rules.dateOf(due - 1), delivered: rules.dateOf(first.at) };
}

function findingsOf(of: Gathered, rules: Rules, at: number): DataFinding[] {
  if (of.state === null) return [];
  return findingsIn({
    ...{ delivered: of.state, days: of.state.days, calendar: daysOf(of.month), before: of.before },
    ...{ late: lateness(of, rules), handedOver: of.handedOver },
    jump: { percent: rules.threshold("countyJumpPercent", at), points: rules.threshold("countyJumpPoints", at) },
  });
}

const isLate = (of: Gathered, rules: Rules, at: number): boolean =>
  of.state === null ? at >= reportBy(of.month, rules) : lateness(of, rules) !== null;

export function rowOf(of: Gathered, rules: Rules, at: number): z.input<typeof countyReportRow> {
  const { county, month, state } = of;
  const findings = findingsOf(of, rules, at);
  const certain = findings.filter((one) => one.certain).length;
  const known = stateOf(
    state,
    of.deliveries.some((one) => one.accuracy !== null),
  );
  return {
    ...{ county, month, version: state?.version ?? 0, edition: of.deliveries.length },
    ...{ state: known, stateName: stateNames[known] },
    deliveredAt: isoOrNull(state?.deliveredAt ?? null),
    due: rules.dateOf(reportBy(month, rules) - 1),
    ...{ late: isLate(of, rules, at), certain, doubtful: findings.length - certain },
    openObjections: state ? openObjections(state).length : 0,
    ...{ accuracy: state?.accuracy ?? null, fullAccuracy: fullAccuracy(month, rules) },
  };
}

function allowed(actions: readonly CountyAction[], of: CountyCase, at: number, rules: Rules) {
  return actions.map((action) => ({
    action,
    term: countyTerms[action],
    ...allowance(countyRefusal(action, of, at, rules)),
  }));
}

type Texts = ReadonlyMap<string, string>;
const said = (of: { at: number; by: string; text: string }, texts: Texts) => ({
  at: iso(of.at),
  by: of.by,
  text: texts.get(of.text) ?? null,
});

type CountyReportView = z.input<typeof countyReportView>;
type ObjectionView = CountyReportView["objections"][number];

function objectionOf(
  objection: DataObjection,
  of: CountyCase,
  visit: Visit,
  rules: Rules,
  texts: Texts,
): ObjectionView {
  const { no, finding, text, raisedAt, raisedBy, answer, correctedAt, settlement } = objection;
  return {
    ...{ no, finding, findingName: finding && findingNames[finding], text: texts.get(text) ?? null },
    ...{ raisedAt: iso(raisedAt), raisedBy, answerBy: iso(answerBy(objection, rules)) },
    answer: answer && said(answer, texts),
    correctedAt: isoOrNull(correctedAt),
    settlement: settlement && { ...said(settlement, texts), upheld: settlement.upheld },
    allowed: allowed(["answerObjection", "settleObjection"], { ...of, objection }, visit.at, rules),
  };
}

async function textsOf({ state, verdicts }: Gathered, { db, platform }: Visit): Promise<Texts> {
  if (state === null) return new Map();
  const said = state.objections.flatMap(({ text, answer, settlement }) => [text, answer?.text, settlement?.text]);
  const ids = [...verdicts.map(({ text }) => text), ...said].filter((id) => id !== undefined);
  return wordsAbout(db, platform.platform, state.id, ids);
}

/** 历次上报, the newest first: each with its number and with the verdicts that were given for it */
const editionsOf = ({ deliveries, verdicts }: Gathered, texts: Texts): CountyReportView["deliveries"] =>
  deliveries
    .map(({ id: _, version, at, ...delivery }, index) => ({
      ...{ no: index + 1, version, at: iso(at), ...delivery },
      verdicts: verdicts
        .filter(
          (one) => one.version > version && one.version < (deliveries[index + 1]?.version ?? Number.POSITIVE_INFINITY),
        )
        .map((one) => ({ ...said(one, texts), points: one.points })),
    }))
    .reverse();

/** 一个县级平台的一个月, whole, with the version that `If-Match` must name to change it. */
export async function viewOf(of: Gathered, visit: Visit) {
  const { month, state } = of;
  const rules = await visit.rules();
  const texts = await textsOf(of, visit);
  const own: CountyCase = { month, state, role: visit.viewer.role };
  const view: CountyReportView = {
    ...rowOf(of, rules, visit.at),
    deliveries: editionsOf(of, texts),
    findings: findingsOf(of, rules, visit.at).map((one) => ({ ...one, kindName: findingNames[one.kind] })),
    objections: (state?.objections ?? []).map((one) => objectionOf(one, own, visit, rules, texts)),
    verdict: state?.verdict ? said(state.verdict, texts) : null,
    proposed: proposedAccuracy(own, lateness(of, rules) !== null, visit.at, rules),
    allowed: allowed(["deliver", "raiseObjection", "judgeAccuracy"], own, visit.at, rules),
  };
  return { version: view.version, answer: view };
}
