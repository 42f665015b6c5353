/** 定稿前检查: what is still to be looked at in a draft, the gravest first, each with what to do. */

import { ruleDay } from "../../domain/calendar/month.ts";
import { periodOf } from "../../domain/calendar/period.ts";
import { type Check, type CheckKind, checkKinds } from "../../domain/report/check.ts";
import type { ReportDraft } from "../../domain/report/draft.ts";
import { mayBeUnits } from "../../domain/report/identifying.ts";
import { templateText } from "../../domain/report/template.ts";
import { inForceWithin } from "../../domain/rule/inForce.ts";
import { measuresOf } from "../../domain/scorecard/measures.ts";
import type { ReportFacts } from "../facts.ts";
import { appendixTitle, contentsLines, pathOf, sectionNamed } from "../monthly.ts";
import { longDay } from "../phrase/date.ts";
import { measureName } from "../phrase/measureName.ts";
import { isOver, reach, recordsBeginLater } from "../phrase/reach.ts";
import { PREAMBLE } from "../preamble.ts";
import { isPaperText, isPrinted, type Paper, type PaperFigure, type PaperText } from "./paper.ts";

const paragraphs = ({ blocks }: Paper): PaperText[] => blocks.filter(isPaperText);
const boundIn = ({ parts }: PaperText): PaperFigure[] =>
  parts.flatMap((part) => (typeof part === "object" ? [part] : []));

/** 一节的名称, as a reader would say it */
export function titleOf(name: string, facts: ReportFacts): string {
  if (name === PREAMBLE) return "开头";
  const section = sectionNamed(name);
  return (section && pathOf(section, facts).at(-1)) ?? appendixTitle(name, facts);
}

const at = ({ section, name }: PaperText) => ({ section, paragraph: name });

function ofParagraph(paragraph: PaperText, paper: Paper, facts: ReportFacts): Check[] {
  const where = titleOf(paragraph.section, facts);
  const make = (kind: CheckKind, sentence: string, next: string): Check => ({
    ...{ kind, ...at(paragraph) },
    ...{ sentence: `${where}：${sentence}`, next },
  });
  const bound = boundIn(paragraph);
  return [
    ...bound
      .filter(({ now }) => now === null)
      .map(({ was }) => make("lost", `原来的“${was}”，报告里没有这个数了。`, "请改这一段，删去它或换一个数。")),
    ...bound
      .filter(({ now, was }) => now !== null && now !== was)
      .map(({ now, was }) =>
        make("changed", `“${was}”现为“${now}”。`, "看前后的话还对不对；对，就按“数变了，话还对”。"),
      ),
    ...(paragraph.rewritten
      ? [make("rewritten", "这一段改过以后，原文的话也变了。", "打开这一段，看要不要改回原文，或照着补上。")]
      : []),
    ...paragraph.identifying.map((one) =>
      mayBeUnits(one)
        ? make(
            "maybeUnits",
            `“${one.said}”可能是谁的电话、住处。`,
            "是单位自己的，就不用管；是个人的，改这一段，去掉它。",
          )
        : make("identifying", `“${one.said}”能认出是谁、住在哪里。`, "请改这一段，去掉它；去掉了才能定稿。"),
    ),
    ...paragraph.typed.map(({ text }) =>
      make("typed", `“${text}”是手写的，没有出处。`, "能从数字表里放的，换成数字块；确要手写，请自己核对。"),
    ),
    ...bound.flatMap(({ figure }) => {
      const found = paper.figures.get(figure);
      if (found?.value !== null || found === undefined) return [];
      const reason = found.reason ?? "没有可计入的记录";
      return [
        make("open", `${measureName(found.measure)}没有数值：${reason}。`, "句子里已照此写明；数据补齐后会自己补上。"),
      ];
    }),
  ];
}

/** what a county platform delivered and can't be: printed without a value, scored nothing */
function impossibleRates(paper: Paper, facts: ReportFacts): Check[] {
  const section = ["appendix2", "countyPlatforms"].find((name) => isPrinted(paper, name));
  if (section === undefined) return [];
  return facts.figures.appendix2.rows.flatMap(({ platform, five }) =>
    Object.entries(five).flatMap(([key, figures]) =>
      [figures].flat().flatMap(({ value, numerator = 0, denominator = 0 }): Check[] => {
        if (value !== null || numerator <= denominator) return [];
        const name = measuresOf("five")[key]?.name ?? key;
        const sentence = `${platform}所报的${name}：${numerator} 多于 ${denominator}，不成比率，得 0 分，也不计入各平台合计。`;
        const next = "请对它提异议，由县级平台更正；更正以后会自己重算。";
        return [{ kind: "impossible", section, paragraph: null, sentence, next }];
      }),
    ),
  );
}

/** 期间口径有变、记录晚于本期: what a reader of a period must know and its figures alone don't tell */
function ofPeriod({ rulebook, month, recordsSince }: ReportFacts): Check[] {
  const { from, until } = periodOf(month);
  const versions = inForceWithin(rulebook, "satisfaction", "satisfactionRate", { from, until });
  const whole = { section: null, paragraph: null };
  const changes = versions.slice(1).map(
    ({ from: day, row }): Check => ({
      ...{ kind: "ruleChanged", ...whole },
      sentence: `满意率的口径自${longDay(day)}起变为“${row.value.words}”，本期全部按${longDay(ruleDay(month))}的口径计算。`,
      next: "正文和附件 1 都是这一口径；与已发的各期对照时请说明，改写这几段时别删去口径的话。",
    }),
  );
  const later: Check[] = recordsBeginLater({ month, recordsSince })
    ? [
        {
          ...{ kind: "recordsLater", ...whole },
          sentence: `记录自${longDay(recordsSince!)}起，本期自${longDay(from)}起：所有的数只含有记录的日子，不写日均和与期初相比的增减。`,
          next: "请在开头说明，或改出有记录的时段的报告。",
        },
      ]
    : [];
  return [...changes, ...later];
}

const onceEach = (checks: Check[]): Check[] => [
  ...new Map(checks.map((check) => [`${check.kind} ${check.paragraph} ${check.sentence}`, check])).values(),
];

/** 底稿的检查, but for what contradicts what: that is read from the printed text. */
export function draftChecks(paper: Paper, facts: ReportFacts, draft: ReportDraft): Check[] {
  const empty = contentsLines(facts, draft).filter(
    ({ name, on }) => on && sectionNamed(name) && !isPrinted(paper, name),
  );
  return onceEach([
    ...paragraphs(paper).flatMap((paragraph) => ofParagraph(paragraph, paper, facts)),
    ...impossibleRates(paper, facts),
    ...ofPeriod(facts),
    ...paper.orphans.map(
      ({ paragraph, text }): Check => ({
        ...{ kind: "orphan", section: null, paragraph },
        sentence: `改过的一段现在不印了：“${templateText(text ?? []).slice(0, 30)}”。`,
        next: "它的节没有勾上，或这一期不写这一段；不再要，就改回原文。",
      }),
    ),
    ...empty.map(
      ({ name }): Check => ({
        ...{ kind: "empty", section: name, paragraph: null },
        sentence: `${titleOf(name, facts)}：没有可写的，不会印出来。`,
        next: "要写，请加写一段；不写，就不用管。",
      }),
    ),
    ...(isOver(facts)
      ? []
      : [
          {
            ...{ kind: "running" as const, section: null, paragraph: null },
            sentence: `这一期还没有过完，数只计到${reach(facts)}。`,
            next: "过完以后才能定稿；底稿现在就可以改。",
          },
        ]),
  ]).toSorted((a, b) => order(a) - order(b));
}

const kindsInOrder = Object.keys(checkKinds);
const order = ({ kind }: Check): number => kindsInOrder.indexOf(kind);
