/** 规则书目录: which books apply to which platform; later books override earlier ones. */
import type { RuleRow } from "../src/domain/rule/rulebook.ts";
import { business as defaultBusiness } from "./default/business.ts";
import { categories as defaultCategories } from "./default/categories.ts";
import { civilized as defaultCivilized } from "./default/civilized.ts";
import { followUp as defaultFollowUp } from "./default/followUp.ts";
import { report as defaultReport } from "./default/report.ts";
import { requestTypes as defaultRequestTypes } from "./default/requestTypes.ts";
import { satisfaction as defaultSatisfaction } from "./default/satisfaction.ts";
import { scorecard as defaultScorecard } from "./default/scorecard.ts";
import { unitGroups as defaultUnitGroups } from "./default/units.ts";
import { wording as defaultWording } from "./default/wording.ts";
import { scorecard } from "./hunan/scorecard.ts";
import { access } from "./national/access.ts";
import { calendar } from "./national/calendar.ts";
import { county } from "./national/county.ts";
import { inspection } from "./national/inspection.ts";
import { knowledge } from "./national/knowledge.ts";
import { limits as nationalLimits } from "./national/limits.ts";
import { ranking } from "./national/ranking.ts";
import { retention } from "./national/retention.ts";
import { warning } from "./national/warning.ts";
import { aliases } from "./xiangtan/aliases.ts";
import { business } from "./xiangtan/business.ts";
import { categories } from "./xiangtan/categories.ts";
import { civilized } from "./xiangtan/civilized.ts";
import { directory } from "./xiangtan/directory.ts";
import { events } from "./xiangtan/events.ts";
import { followUp } from "./xiangtan/followUp.ts";
import { limits } from "./xiangtan/limits.ts";
import { counties, places } from "./xiangtan/places.ts";
import { report } from "./xiangtan/report.ts";
import { requestTypes } from "./xiangtan/requestTypes.ts";
import { satisfaction } from "./xiangtan/satisfaction.ts";
import { unitGroups, units } from "./xiangtan/units.ts";
import { wording } from "./xiangtan/wording.ts";

/** 一本规则: `appliesTo` names platforms; 'all' is for every platform, 'others' for those that no book names. */
export interface Book {
  id: string;
  appliesTo: "all" | "others" | string[];
  rows: RuleRow[];
}

/** 全部规则书, in the order in which they override each other */
export const books: Book[] = [
  {
    id: "national",
    appliesTo: "all",
    rows: [access, calendar, county, inspection, knowledge, nationalLimits, ranking, retention, warning].flat(),
  },
  {
    id: "default",
    appliesTo: "others",
    rows: [
      defaultBusiness,
      defaultCategories,
      defaultCivilized,
      defaultFollowUp,
      defaultReport,
      defaultRequestTypes,
      defaultSatisfaction,
      defaultScorecard,
      defaultUnitGroups,
      defaultWording,
    ].flat(),
  },
  { id: "hunan", appliesTo: ["湘潭市"], rows: scorecard },
  {
    id: "xiangtan",
    appliesTo: ["湘潭市"],
    rows: [
      aliases,
      business,
      categories,
      civilized,
      counties,
      directory,
      events,
      followUp,
      limits,
      places,
      report,
      requestTypes,
      satisfaction,
      unitGroups,
      units,
      wording,
    ].flat(),
  },
];

/** 某平台适用的规则书: the national book, then the books that name it; where none does, the neutral default. */
export function booksFor(platform: string): Book[] {
  const named = books.filter((book) => Array.isArray(book.appliesTo) && book.appliesTo.includes(platform));
  const own = named.length > 0 ? named : books.filter((book) => book.appliesTo === "others");
  return [...books.filter((book) => book.appliesTo === "all"), ...own];
}
