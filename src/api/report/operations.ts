/** 月报的操作 */
import { auditEdition } from "./audit.ts";
import { arrangeContents, resetParagraph, writeParagraph } from "./draft/change.ts";
import { checkDraft } from "./draft/check.ts";
import { readDraftFigure } from "./draft/figure.ts";
import { listDraftFigures } from "./draft/figures.ts";
import { readFigureOtherwise } from "./draft/otherwise.ts";
import { readDraft } from "./draft/read.ts";
import { listWriters, tellWriting } from "./draft/writers.ts";
import { readReportFile } from "./file.ts";
import { freezeReport } from "./freeze.ts";
import { listEditions } from "./list.ts";
import { readEdition } from "./read.ts";
import { recomputeEdition } from "./recompute.ts";
import { discardReport, issueReport } from "./settle.ts";
import { readWhatIf } from "./whatIf.ts";

export const reportOperations = [
  listEditions,
  freezeReport,
  readEdition,
  recomputeEdition,
  auditEdition,
  issueReport,
  discardReport,
  readReportFile,
  readWhatIf,
  readDraft,
  writeParagraph,
  resetParagraph,
  arrangeContents,
  listDraftFigures,
  readDraftFigure,
  readFigureOtherwise,
  checkDraft,
  listWriters,
  tellWriting,
];
