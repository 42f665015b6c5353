import { Line } from "../Entry.tsx";
import type { QuestionProps } from "./answers.ts";

/** 怎样找到您 */
export const Phone = ({ answers, set, form, faults }: QuestionProps) => (
  <>
    <Line
      label="手机或电话"
      hint={
        form?.sms
          ? "有进展发短信到这里，承办人可能打来核实。不留也可以，那就只能凭编号自己来查。"
          : "承办人可能打来核实，热线可能打来回访。不留也可以。进展请凭编号自己来查。"
      }
      fault={faults.phone ?? null}
      type="tel"
      autoComplete="tel"
      maxLength={30}
      value={answers.phone}
      set={(phone) => set({ phone })}
    />
    <Line
      label="怎样称呼您"
      hint="可以只写姓，比如：王女士"
      autoComplete="name"
      maxLength={50}
      value={answers.name}
      set={(name) => set({ name })}
    />
    <label className="tick">
      <input
        type="checkbox"
        checked={answers.confidential}
        onChange={({ target }) => set({ confidential: target.checked })}
      />
      <span>为我保密：承办单位看不到我是谁</span>
    </label>
  </>
);
