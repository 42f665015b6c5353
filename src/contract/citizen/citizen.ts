/** 市民端 on the wire: what somebody without an account hands in, follows and says of it. */
import { z } from "zod";
import { writtenFault } from "../../domain/request/written.ts";
import { code, instant } from "../value.ts";

const written = (most: number) =>
  z
    .string()
    .trim()
    .min(1, "还没有写")
    .max(most, `写得太长，请不超过 ${most} 字`)
    .refine((text) => writtenFault(text) === null, { error: ({ input }) => writtenFault(String(input)) ?? "" });

/** as it is printed, be it typed in full width or with blanks */
const narrow = (text: string) => text.normalize("NFKC").replace(/[\s-]/g, "");

export const followed = {
  number: z.string().max(60).transform(narrow).describe("编号"),
  code: z.string().max(30).transform(narrow).describe("查询码"),
};
export const followBody = z.object(followed);

const phone = z
  .string()
  .transform(narrow)
  .pipe(z.string().regex(/^\+?\d{5,20}$/, "不是电话号码，请只写数字"));

export const handInBody = z
  .object({
    text: written(2000).describe("什么事"),
    type: code.describe("诉求类型"),
    category: code.describe("小类代码"),
    place: code.nullish().describe("地区代码"),
    spot: written(100).nullish().describe("具体地点"),
    name: written(50).nullish().describe("怎样称呼"),
    phone: phone.nullish(),
    confidential: z.boolean().default(false).describe("保密：承办单位看不到当事人"),
  })
  .meta({ id: "HandIn" });

export const handedIn = z
  .object({ number: z.string(), code: z.string().describe("查询码，只给这一次") })
  .meta({ id: "HandedIn" });

/** 反映要填的: what may be chosen. */
export const citizenForm = z
  .object({
    platform: z.string(),
    zone: z.string(),
    demonstration: z.boolean(),
    sms: z.boolean().describe("有没有人发短信"),
    types: z.array(z.object({ key: z.string(), name: z.string() })),
    categories: z.array(z.object({ key: z.string(), name: z.string(), of: z.string().describe("大类") })),
  })
  .meta({ id: "CitizenForm" });

export const placeQuery = z.object({ q: z.string().trim().max(50).optional().describe("名称里的字；不写：各区") });
export const placesFound = z.array(z.object({ code: z.string(), name: z.string() })).meta({ id: "PlacesFound" });

const may = z.object({ allowed: z.boolean(), sentence: z.string(), next: z.string() });

export const progress = z
  .object({
    number: z.string(),
    acceptedAt: instant,
    text: z.string().nullable().describe("诉求内容，已遮去个人信息"),
    steps: z.array(
      z.object({
        name: z.string(),
        state: z.enum(["done", "now", "later"]),
        says: z.string(),
        at: instant.nullable(),
      }),
    ),
    answer: z.string().nullable().describe("给当事人的答复"),
    photos: z.number().int().describe("附件几件"),
    may: z.object({ amend: may, withdraw: may, attach: may, rate: may }),
    survey: z.string().nullable().describe("评价的网页"),
  })
  .meta({ id: "Progress" });

export const amendBody = z.object({ ...followed, text: written(1000) });
export const withdrawBody = z.object({ ...followed, text: written(200).nullish() });
export const rateBody = z.object({ ...followed, rating: z.enum(["satisfied", "neutral", "dissatisfied"]) });
