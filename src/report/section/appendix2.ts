import type { Appendix2Row } from "../../domain/measure/figures.ts";
import type { Measured } from "../../domain/measure/measured.ts";
import type { Appendix, Cell, HeadCell, TableRow } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { shortMonth } from "../phrase/date.ts";
import { isRanked, platformRows, standingColumn } from "./platformStanding.ts";
import { type CardWords, cardWords, scorecardNotes } from "./scorecardWords.ts";
import { notes, numberCell, textCell } from "./section.ts";

type Row = Appendix2Row<Measured>;

/** the columns of each component: a rate with its points below it, or points alone; the last one is the weighted score */
const dispatched = ["onTime", "informed", "satisfaction"] as const;
const five = ["answer", "firstContact", "onTime", "followUp", "satisfaction"] as const;
const mystery = ["voiceMenu", "connection", "etiquette", "knowledge", "followUp"] as const;

/** 附件2的标题 */
export const appendix2Title = (facts: ReportFacts): string =>
  `${shortMonth(facts.month)}县级12345热线综合${isRanked(facts) ? "排名" : "评分"}情况表`;

/** 附件2: composite ranking of the county platforms; two lines each, the rate over the points it earns. Null without any. */
export function appendix2(facts: ReportFacts): Appendix | null {
  const rows = platformRows(facts);
  const standing = standingColumn(facts);
  if (rows.length === 0) return null;
  const words = cardWords(facts);
  return {
    title: appendix2Title(facts),
    orientation: "landscape",
    blocks: [
      {
        kind: "table",
        caption: null,
        table: {
          widths: [
            ...(standing ? [3] : []),
            6,
            ...Array(dispatched.length + 1 + five.length + 2 + mystery.length + 1).fill(5),
            5,
          ],
          head: head(words, standing),
          body: rows.flatMap((row) => lines(row, standing)),
        },
      },
      notes(scorecardNotes(facts)),
    ],
  };
}

type StandingColumn = ReturnType<typeof standingColumn>;

function head(words: CardWords, standing: StandingColumn): HeadCell[][] {
  const items = (component: "dispatched" | "five" | "mysteryCall", keys: readonly string[]): HeadCell[] => [
    ...keys.map((key) => ({ text: words.item(component, key) })),
    { text: "折合得分" },
  ];
  const [a, b, c] = [dispatched.length + 1, five.length + 2, mystery.length + 1];
  return [
    [
      ...(standing ? [{ text: standing.head, rows: 3 }] : []),
      { text: "县（市）", rows: 3 },
      { text: "本级平台工单办理情况", columns: a },
      { text: "县级热线平台办理情况", columns: b + c },
      { text: words.total, rows: 3 },
    ],
    [
      { text: words.component("dispatched"), columns: a },
      { text: words.component("five"), columns: b },
      { text: words.component("mysteryCall"), columns: c },
    ],
    [...items("dispatched", dispatched), ...items("five", [...five, "accuracy"]), ...items("mysteryCall", mystery)],
  ];
}

/** two printed lines; what has no rate stands across both */
function lines(row: Row, standing: StandingColumn): TableRow[] {
  const tall = (figure: Measured) => numberCell(figure, { rows: 2, align: "center" });
  const center = (figure: Measured) => numberCell(figure, { align: "center" });
  const rated = [...dispatched.map((key) => row.dispatched[key]), ...five.map((key) => row.five[key])];
  const first: Cell[] = [
    ...(standing ? [textCell(standing.cell(row), { rows: 2, align: "center" })] : []),
    textCell(row.platform, { rows: 2, align: "center" }),
    ...dispatched.map((key) => center(row.dispatched[key][0])),
    tall(row.dispatched.weighted),
    ...five.map((key) => center(row.five[key][0])),
    tall(row.five.accuracy),
    tall(row.five.weighted),
    ...mystery.map((key) => tall(row.mysteryCall[key])),
    tall(row.mysteryCall.weighted),
    tall(row.total),
  ];
  return [
    { kind: "row", cells: first },
    { kind: "row", cells: rated.map(([, points]) => center(points)) },
  ];
}
