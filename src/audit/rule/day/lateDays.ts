/** 超期几天: “3月11日到期，3月19日办结，超期10天”: in a list whose other items count the days as the calendar does. */
import { daysBetween } from "../../../domain/calendar/civil.ts";
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import { type Passage, quote } from "../../read/passage.ts";
import { civil } from "../../read/period.ts";
import type { Reading } from "../../read/reading.ts";
import { finding } from "../../write.ts";

const said =
  /(\d{1,2})月(\d{1,2})日(?:到期|应办结|应办|应结|期满)，(\d{1,2})月(\d{1,2})日(?:才)?(?:办结|回复|完成|反馈)，(?:超期|逾期|超时)(\d{1,3})天/g;

interface Late {
  passage: Passage;
  at: number;
  text: string;
  said: number;
  right: number;
}

export const lateDays = ({ passages }: Reading): Finding[] => {
  const all = [...passages.flatMap(latesIn), ...untilToday(passages)];
  // working days are counted otherwise, and the others show which are meant
  const isOfCalendar = all.filter(({ said: days, right }) => days === right).length > 1;
  return isOfCalendar ? all.filter(({ said: days, right }) => days !== right).map(contradiction) : [];
};

const still =
  /应?(?:于|在)?(\d{1,2})月(\d{1,2})日前?(?:应)?(?:到期|办结|回复|办复)，?(?:至今)?已?(?:超期|逾期|超时)(\d{1,3})天/g;
/** so many entries say by their days up to which date they are counted */
const LEAST_ALIKE = 3;

/** “应于7月22日办结，已逾期70天”: all but one are counted up to one day */
function untilToday(passages: Passage[]): Late[] {
  const found = passages.flatMap((passage) =>
    [...passage.text.matchAll(still)].flatMap((match) => {
      const due = civil(2001, match[1]!, match[2]!);
      return due ? [{ passage, at: match.index, text: match[0], said: Number(match[3]), due }] : [];
    }),
  );
  const [first] = found;
  if (!first) return [];
  const dayOf = ({ due, said: days }: (typeof found)[number]): number => daysBetween(first.due, due) + days;
  const days = [...grouped(found, dayOf)].sort((a, b) => b[1].length - a[1].length);
  const [most, other, ...more] = days;
  if (!most || !other || more.length > 0 || most[1].length < LEAST_ALIKE || other[1].length > 1) return [];
  return found.map((one) => ({ ...one, right: one.said + most[0] - dayOf(one) }));
}

const latesIn = (passage: Passage): Late[] =>
  [...passage.text.matchAll(said)].flatMap((match) => {
    const [text, fromMonth, fromDay, toMonth, toDay, days] = match;
    // without a year: of one without a leap day, and of the next where the month steps back
    const from = civil(2001, fromMonth!, fromDay!);
    const to = civil(Number(toMonth) < Number(fromMonth) ? 2002 : 2001, toMonth!, toDay!);
    return from && to ? [{ passage, at: match.index, text, said: Number(days), right: daysBetween(from, to) }] : [];
  });

const contradiction = ({ passage, at, text, said: days, right }: Late): Finding =>
  finding("impossible", {
    confidence: 0.8,
    places: [quote(passage, at, at + text.length)],
    values: [`${days}天`, `${right}天`],
    arithmetic: `${right} ≠ ${days}`,
    message: `“${text}”：两日之间是${right}天，文中印作${days}天，同列别处都按日历算。`,
  });
