/**
 * 法定节假日与调休工作日 (2019–2026), as the State Council's yearly notices publish them; machine-readable dates from the npm
 * package holiday-calendar 1.3.3 (MIT). A date of another year than the notice's is written in full.
 */
import { datesBetween } from "../../src/domain/calendar/civil.ts";
import type { RuleRow } from "../../src/domain/rule/rulebook.ts";

const NOTICES = [
  {
    year: "2019",
    holidays: "2018-12-30~01-01 02-04~02-10 04-05~04-07 05-01~05-04 06-07~06-09 09-13~09-15 10-01~10-07",
    workdays: "2018-12-29 02-02 02-03 04-28 05-05 09-29 10-12",
  },
  {
    year: "2020",
    holidays: "01-01 01-24~02-02 04-04~04-06 05-01~05-05 06-25~06-27 10-01~10-08",
    workdays: "01-19 04-26 05-09 06-28 09-27 10-10",
  },
  {
    year: "2021",
    holidays: "01-01~01-03 02-11~02-17 04-03~04-05 05-01~05-05 06-12~06-14 09-19~09-21 10-01~10-07",
    workdays: "02-07 02-20 04-25 05-08 09-18 09-26 10-09",
  },
  {
    year: "2022",
    holidays: "01-01~01-03 01-31~02-06 04-03~04-05 04-30~05-04 06-03~06-05 09-10~09-12 10-01~10-07",
    workdays: "01-29 01-30 04-02 04-24 05-07 10-08 10-09",
  },
  {
    year: "2023",
    holidays: "2022-12-31~01-02 01-21~01-27 04-05 04-29~05-03 06-22~06-24 09-29~10-06",
    workdays: "01-28 01-29 04-23 05-06 06-25 10-07 10-08",
  },
  {
    year: "2024",
    holidays: "01-01 02-10~02-17 04-04~04-06 05-01~05-05 06-10 09-15~09-17 10-01~10-07",
    workdays: "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
  },
  {
    year: "2025",
    holidays: "01-01 01-28~02-04 04-04~04-06 05-01~05-05 05-31~06-02 10-01~10-08",
    workdays: "01-26 02-08 04-27 09-28 10-11",
  },
  {
    year: "2026",
    holidays: "01-01~01-03 02-15~02-23 04-04~04-06 05-01~05-05 06-19~06-21 09-25~09-27 10-01~10-07",
    workdays: "01-04 02-14 02-28 05-09 09-20 10-10",
  },
];

const inFull = (year: string, date: string) => (date.length === 5 ? `${year}-${date}` : date);

function dates(year: string, text: string): string[] {
  return text.split(" ").flatMap((run) => {
    const [from = "", to = from] = run.split("~");
    return datesBetween(inFull(year, from), inFull(year, to));
  });
}

export const calendar: RuleRow<"calendarYear">[] = NOTICES.map(({ year, holidays, workdays }) => ({
  kind: "calendarYear",
  key: year,
  from: "2000-01-01",
  until: null,
  value: { holidays: dates(year, holidays), workdays: dates(year, workdays) },
  source: `国务院办公厅关于${year}年部分节假日安排的通知`,
  assumption: false,
}));
