import type { Finding } from "./finding.ts";
import type { Reading } from "./read/reading.ts";
import { partsAndWhole } from "./rule/partsAndWhole.ts";
import { shareOfBase } from "./rule/shareOfBase.ts";
import { tableRow } from "./rule/tableRow.ts";
import { tableSum } from "./rule/tableSum.ts";

/** 规则表: each looks at the whole report and says what contradicts what. */
export const rules: ((reading: Reading) => Finding[])[] = [partsAndWhole, shareOfBase, tableSum, tableRow];
