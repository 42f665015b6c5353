/** 条目给人看的样子 */
import type { z } from "zod";
import type { articleRow, articleView, editionView } from "../../contract/knowledge/article.ts";
import type { CivilDate, Instant } from "../../domain/calendar/civil.ts";
import { addMonths, monthBounds } from "../../domain/calendar/month.ts";
import { type Article, type Edition, shownOf } from "../../domain/knowledge/article.ts";
import {
  type ArticleAction,
  type Asking,
  articleRefusal,
  articleTerms,
  type Reader,
} from "../../domain/knowledge/decide.ts";
import { excerpt } from "../../domain/knowledge/found.ts";
import { validityOf, validityWords } from "../../domain/knowledge/validity.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { allowance } from "../../domain/refusal.ts";
import type { ListedArticle } from "../../store/knowledge/articles.ts";
import { unitNameOf } from "../order/names.ts";
import { iso } from "../time.ts";
import type { Visit } from "../visit.ts";

type EditionView = z.input<typeof editionView>;

/** 责任单位的称呼 */
export const responsibleName = (unit: string | null, rules: Rules, at: Instant): string =>
  unit === null ? "热线办" : unitNameOf(rules, unit, at);

export const readerOf = ({ viewer: { role, units } }: Visit): Reader => ({ role, units });

/** 今天 and how near an end counts as near */
export const daysOf = (rules: Rules, at: Instant): { today: CivilDate; soon: number } => ({
  today: rules.dateOf(at),
  soon: rules.threshold("articleSoonDays", at),
});

/** 本月 in the platform's zone */
export const monthAt = ({ platform: { zone }, at }: Visit, rules: Rules) =>
  monthBounds(rules.dateOf(at).slice(0, 7), zone);

const MONTHS = 12;

/** 近十二个月, the earliest first, and the instants that part them */
export function lastMonths({ platform: { zone }, at }: Visit, rules: Rules): { months: string[]; bounds: Instant[] } {
  const now = rules.dateOf(at).slice(0, 7);
  const months = Array.from({ length: MONTHS }, (_, index) => addMonths(now, index - MONTHS + 1));
  return { months, bounds: [...months, addMonths(now, 1)].map((month) => monthBounds(month, zone).from) };
}

const validityView = (edition: Edition, rules: Rules, at: Instant) => {
  const { today, soon } = daysOf(rules, at);
  return { state: validityOf(edition, today, soon), words: validityWords(edition, today, soon) };
};

export const editionViewOf = (one: Edition, rules: Rules, at: Instant): EditionView => ({
  no: one.no,
  title: one.title,
  answer: one.answer,
  text: one.text,
  materials: one.materials,
  unit: one.unit,
  unitName: responsibleName(one.unit, rules, at),
  source: one.source,
  from: one.from,
  until: one.until,
  reason: one.reason,
  by: one.by,
  at: iso(one.at),
  proposed: one.proposed,
  ruling: one.ruling && { ...one.ruling, at: iso(one.ruling.at) },
});

const EXCERPT = 60;

interface Listed {
  listed: ListedArticle;
  edition: Edition;
  times: number;
}

export const rowOf = (
  { listed, edition, times }: Listed,
  query: string,
  rules: Rules,
  at: Instant,
): z.input<typeof articleRow> => ({
  id: listed.id,
  version: listed.version,
  title: edition.title,
  excerpt: excerpt(`${edition.answer} ${edition.text}`, query, EXCERPT),
  unit: edition.unit,
  unitName: responsibleName(edition.unit, rules, at),
  validity: validityView(edition, rules, at),
  proposed: listed.waiting !== null,
  accepted: listed.edition !== null,
  usedThisMonth: times,
  changedAt: iso(listed.changedAt),
});

export const askingOf = (article: Article, visit: Visit, rules: Rules): Asking => ({
  reader: readerOf(visit),
  today: rules.dateOf(visit.at),
  unitName: responsibleName((article.current ?? article.waiting)?.unit ?? null, rules, visit.at),
});

const ACTIONS = Object.keys(articleTerms) as ArticleAction[];

function allowedOf(article: Article, visit: Visit, rules: Rules): z.input<typeof articleView>["allowed"] {
  const asking = askingOf(article, visit, rules);
  return ACTIONS.map((action) => ({
    action,
    term: articleTerms[action],
    ...allowance(articleRefusal(action, article, asking)),
  }));
}

const SHOWN_EDITIONS = 100;

interface Beside {
  editions: readonly Edition[];
  /** of the last months, the present one last */
  times: readonly number[];
  openReports: number | null;
}

export function viewOf(article: Article, { editions, times, openReports }: Beside, visit: Visit, rules: Rules) {
  const shown = shownOf(article, editions);
  const { months } = lastMonths(visit, rules);
  const view: z.input<typeof articleView> = {
    id: article.id,
    version: article.version,
    shown: editionViewOf(shown, rules, visit.at),
    accepted: article.current !== null,
    validity: validityView(shown, rules, visit.at),
    waiting: article.waiting?.no ?? null,
    editions: editions
      .slice(-SHOWN_EDITIONS)
      .reverse()
      .map((one) => editionViewOf(one, rules, visit.at)),
    usedThisMonth: times.at(-1) ?? 0,
    uses: months.map((month, at) => ({ month, times: times[at] ?? 0 })),
    openReports,
    allowed: allowedOf(article, visit, rules),
  };
  return { version: article.version, answer: view };
}
