import { z } from "zod";
import { line } from "../value.ts";

const personal = {
  name: z.string().nullable().describe("姓名"),
  phone: z.string().nullable().describe("电话"),
  address: z.string().nullable().describe("地址"),
  identityNumber: z.string().nullable().describe("证件号"),
};

/** 来电人，按角色遮盖 */
export const maskedContact = z
  .object({
    ...personal,
    confidential: z.boolean().describe("当事人要求保密：承办单位看不到"),
    mayAsk: z.boolean().describe("说明理由后能看全部"),
  })
  .meta({ id: "MaskedContact" });

/** 来电人，全部 */
export const fullContact = z.object(personal).meta({ id: "FullContact" });

/** 来电人，全部, and what he said in his own words */
export const wholeMatter = z
  .object({ ...personal, text: z.string().nullable().describe("诉求内容，原话") })
  .meta({ id: "WholeMatter" });

export const viewReason = z.object({ reason: line.min(4, "理由至少四个字").describe("为什么要看，会记入访问日志") });
