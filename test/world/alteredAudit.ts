/** 逐个改动: what an altered report should be found wanting for, and how much of that the auditor finds. */
import { audit } from "../../src/audit/audit.ts";
import type { AuditedDocument } from "../../src/domain/document.ts";
import type { Report } from "../../src/report/block.ts";
import { alterations, printedReport, rowPairs, withNamesSwapped } from "./alteredReport.ts";
import { contradicts, contradictsSwapped } from "./measureIdentities.ts";

interface Altered {
  said: string;
  document(): AuditedDocument;
}

/** `AUDIT_ALTERATIONS=all`: every figure in every way; otherwise each in one way, one in so many */
export const isThorough = process.env.AUDIT_ALTERATIONS === "all";

export interface Trial {
  figures: number;
  wrong: Altered[];
  sample: Altered[];
  missed: Altered[];
}

/** 末位加一减一、相邻两位对调: those that an identity of the measures says contradict something printed */
export function figureTrial(report: Report, oneIn: number): Trial {
  const { figures } = printedReport(report);
  const wrong = figures.flatMap(({ text: printed }, at) => {
    const ways = alterations(printed);
    return (isThorough ? ways : ways.slice(at % ways.length, (at % ways.length) + 1)).flatMap((text): Altered[] =>
      contradicts(figures, at, text)
        ? [
            {
              said: `${figures[at]!.figure.measure} ${printed} → ${text}`,
              document: () => printedReport(report, { at, text }).document,
            },
          ]
        : [],
    );
  });
  return trial(figures.length, wrong, oneIn);
}

/** 两行的名称对调 */
export function nameTrial(report: Report, oneIn: number): Trial {
  const printed = printedReport(report);
  const pairs = rowPairs(printed);
  const wrong = pairs
    .filter((pair) => contradictsSwapped(printed.figures, pair))
    .map(
      (pair): Altered => ({
        said: `表 ${pair.block} 第 ${pair.rows.join("、")} 行`,
        document: () => withNamesSwapped(printed, pair),
      }),
    );
  return trial(pairs.length, wrong, oneIn);
}

function trial(figures: number, wrong: Altered[], oneIn: number): Trial {
  const sample = isThorough ? wrong : wrong.filter((_, nth) => nth % oneIn === 0);
  return { figures, wrong, sample, missed: sample.filter((one) => audit(one.document()).length === 0) };
}

export const shareFound = ({ sample, missed }: Trial): number =>
  sample.length === 0 ? 1 : (sample.length - missed.length) / sample.length;

export const trialWords = (what: string, { figures, wrong, sample, missed }: Trial): string =>
  `${what}：共 ${figures} 处可改，按恒等式矛盾的 ${wrong.length} 处；试 ${sample.length} 处，审出 ${sample.length - missed.length} 处。`;
