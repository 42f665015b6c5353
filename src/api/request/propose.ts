import type { z } from "zod";
import { proposalQuery, proposals } from "../../contract/request/proposal.ts";
import { competentUnit } from "../../domain/directory/lookup.ts";
import { areaOf, type Precedent, proposedUnit, unitOfPlace } from "../../domain/directory/propose.ts";
import { lifecycle } from "../../domain/order/lifecycle.ts";
import { type LimitAhead, limitsAhead } from "../../domain/order/limitsAhead.ts";
import type { OrderState } from "../../domain/order/order.ts";
import type { Rules } from "../../domain/order/rules.ts";
import type { RequestState } from "../../domain/request/request.ts";
import type { RuleRow } from "../../domain/rule/rulebook.ts";
import { precedentsOf } from "../../store/question/precedents.ts";
import { subjects } from "../../store/subject.ts";
import { operation } from "../operation.ts";
import { placeNameOf, unitNameOf } from "../order/names.ts";
import { iso } from "../time.ts";
import type { Visit } from "../visit.ts";
import { groundWords } from "./groundWords.ts";

type Proposal = z.input<typeof proposals>[number];

/** 多久以内的先例: half a year */
const RECENT = 183 * 86_400_000;

/** 所问的事: by the class that its order has, where there is one */
interface Matter {
  request: RequestState;
  category: string;
  area: ReturnType<typeof areaOf>;
}

async function mattersOf(ids: readonly string[], { see, platform: { platform }, at }: Visit, rules: Rules) {
  const { requests, orders } = await see(async (db) => {
    const requests = (await subjects.request.load(db, platform, ids, "read")) as RequestState[];
    const sent = requests.flatMap(({ order }) => order ?? []);
    return { requests, orders: (await subjects.order.load(db, platform, sent, "read")) as OrderState[] };
  });
  const own = new Map(orders.map(({ id, category }) => [id, category]));
  return requests.map((request): Matter => {
    const area = areaOf(rules.rulebook, request.place, rules.dateOf(at));
    return { request, category: own.get(request.order ?? "") ?? request.category, area };
  });
}

const directoryOf = ({ key, from, value, source, assumption }: RuleRow<"directory">, rules: Rules, at: number) => {
  const place = key.split("@")[1];
  return {
    ...{ key, from, source, assumption, unit: value.unit, basis: value.basis },
    placeName: place === undefined ? null : placeNameOf(rules, place, at),
    unitName: unitNameOf(rules, value.unit, at),
  };
};

const limitOf = ({ words, instant }: LimitAhead) => ({ words, dueAt: iso(instant) });

function proposalOf({ request, category, area }: Matter, precedents: Precedent[], rules: Rules, at: number): Proposal {
  const { rulebook } = rules;
  const on = rules.dateOf(at);
  const row = competentUnit(rulebook, category, request.place, on);
  const said = { directory: row?.value.unit ?? null, precedents, place: unitOfPlace(rulebook, request.place, on) };
  const proposal = proposedUnit(said, (unit) => rules.isUnit(unit, at));
  const limits = limitsAhead(request, at, rules);
  const named = precedents.map((one) => ({ ...one, unitName: unitNameOf(rules, one.unit, at) }));
  const directory = row && directoryOf(row, rules, at);
  return {
    request: request.id,
    unit: proposal?.unit ?? null,
    unitName: proposal && unitNameOf(rules, proposal.unit, at),
    ground: proposal?.ground ?? null,
    words: groundWords(proposal?.ground ?? null, directory),
    directory,
    precedents: {
      since: iso(at - RECENT),
      areaName: area && placeNameOf(rules, area.top, at),
      orders: precedents.reduce((sum, { orders }) => sum + orders, 0),
      units: named,
    },
    limits: {
      acknowledge: limitOf(limits.acknowledge),
      resolve: limitOf(limits.resolve),
      resolveComplex: limitOf(limits.resolveComplex),
    },
  };
}

export const proposeDispatch = operation({
  id: "proposeDispatch",
  method: "GET",
  path: "/dispatch-proposals",
  summary: "派发建议：派给谁、凭什么（派单目录、先例、属地），期限到哪天；查不到的诉求不在其中",
  tag: "诉求",
  permit: lifecycle.dispatch.who,
  query: proposalQuery,
  answer: proposals,
  handle: async ({ query: { requests } }, visit) => {
    const { see, platform, at } = visit;
    const rules = await visit.rules();
    const matters = await mattersOf([...new Set(requests)], visit, rules);
    const alike = matters.map(({ category, area }) => ({ category, places: area?.places ?? null }));
    // many of a page are of one class in one district: asked for once
    const asked = new Map(alike.map((one) => [JSON.stringify(one), one]));
    const answers = await see((db) => precedentsOf(db, platform.platform, [...asked.values()], at - RECENT));
    const known = new Map([...asked.keys()].map((key, no) => [key, answers[no]!]));
    return matters.map((one, no) => proposalOf(one, known.get(JSON.stringify(alike[no]))!, rules, at));
  },
});
