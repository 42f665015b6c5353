import { Entry } from "../Entry.tsx";
import type { QuestionProps } from "./answers.ts";

/** 什么事 */
export const What = ({ answers, set, faults }: QuestionProps) => (
  <Entry
    label="请写清楚事情的经过，希望怎样解决"
    hint="不要写身份证号、银行卡号。写的内容会存在这台机器上，交了就删。"
    fault={faults.text ?? null}
  >
    {(control) => (
      <textarea {...control} rows={8} value={answers.text} onChange={({ target }) => set({ text: target.value })} />
    )}
  </Entry>
);
