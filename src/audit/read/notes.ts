/** 表注: what a note says of a row or a column, which then keeps a rule of its own. */
import type { Passage } from "./passage.ts";
import type { Reading } from "./reading.ts";

const note = /^[（(]?(?:备注|注|说明)[：:]|^[*※]|^（[^（）]{4,40}）$/;

const isSaid = (passages: Passage[], said: RegExp, name: string): boolean =>
  name.length > 1 && passages.some(({ text }) => note.test(text) && said.test(text) && text.includes(name));

/** “注：丁局含上级交办4件”, “（教育局2件未到期，不计入）” */
export const isNotedRow = ({ passages }: Reading, name: string): boolean =>
  isSaid(passages, /不计|未计|不纳入|未到期|含|除外/, name);

/** “注：办结率按到期件计算”: not of what the table shows */
export const isNotedColumn = ({ passages }: Reading, head: string): boolean =>
  isSaid(passages, /按(?:到期|应办)|只计到期/, head);
