/** 错误: the one place where a refusal becomes a response. */
import type { Problem } from "../contract/problem.ts";
import { Refusal, type Refused, type RefusedInPlaces } from "../domain/refusal.ts";

/** 状态码 of a refusal's code; what isn't here is a conflict with how things stand: 409. */
const statuses: Record<string, number> = {
  invalid: 400,
  unreadable: 400,
  weakPassword: 400,
  notSignedIn: 401,
  wrongPassword: 401,
  sessionExpired: 401,
  otherRole: 403,
  otherOrigin: 403,
  ownPart: 403,
  handedOver: 403,
  screenLocked: 403,
  passwordTemporary: 403,
  noPassword: 403,
  notFound: 404,
  queryCodeWrong: 404,
  notAcceptable: 406,
  versionConflict: 412,
  tooLarge: 413,
  documentTooLarge: 413,
  documentTooSlow: 413,
  documentDamaged: 400,
  documentEncoding: 400,
  documentNoText: 400,
  documentEmpty: 400,
  documentEmptyPage: 400,
  documentFramed: 400,
  documentNoChinese: 400,
  documentUnknown: 415,
  documentOldFormat: 415,
  documentWordXml: 415,
  documentWebArchive: 415,
  documentEncrypted: 415,
  auditBusy: 503,
  unsupportedType: 415,
  keyReused: 422,
  versionMissing: 428,
  tooMany: 429,
  accountLocked: 429,
  queryCodeLocked: 429,
  signOnFailed: 401,
  accountUnknown: 403,
  plainHttp: 403,
  signOnOff: 404,
  signOnUnreachable: 503,
  storeUnreachable: 503,
  storeBusy: 503,
  databaseBusy: 503,
  commitUnanswered: 503,
};

const statusOf = (code: string): number => statuses[code] ?? 409;

/** 拒绝 → 答复 */
export const problemOf = (
  { refused, sentence, next, places }: Refused & Partial<RefusedInPlaces>,
  status = statusOf(refused),
): Problem => ({
  type: `urn:rexian:${refused}`,
  status,
  code: refused,
  title: sentence,
  ...(next ? { detail: next } : {}),
  ...(places ? { fields: places.map((message) => ({ path: "", message })) } : {}),
});

interface Failing {
  statusCode?: number;
  code?: string;
  validation?: { instancePath: string; message?: string }[];
}

const byStatus: Record<number, Refused> = {
  400: { refused: "unreadable", sentence: "这个请求看不懂。", next: "请按接口文档填写。" },
  404: { refused: "notFound", sentence: "没有这个地址。", next: "请看接口文档。" },
  413: { refused: "tooLarge", sentence: "内容太大。", next: "请减小后再传。" },
  415: { refused: "unsupportedType", sentence: "不支持这种内容类型。", next: "请用 application/json。" },
};

const invalid = (validation: NonNullable<Failing["validation"]>): Problem => ({
  ...problemOf({ refused: "invalid", sentence: "填写有误。", next: "请按各项的提示改正。" }),
  fields: validation.slice(0, 20).map(({ instancePath, message }) => ({
    path: instancePath.slice(0, 200),
    message: (message ?? "有误").slice(0, 200),
  })),
});

/** 抛出的 → 答复; null: a fault of the program, to be logged. */
export function problemOfError(error: unknown): Problem | null {
  if (error instanceof Refusal) return problemOf(error.refused);
  const { statusCode, validation } = error as Failing;
  if (validation) return invalid(validation);
  if (statusCode === undefined || statusCode >= 500) return null;
  return problemOf(byStatus[statusCode] ?? byStatus[400]!, statusCode);
}

export const fault: Problem = problemOf(
  { refused: "fault", sentence: "系统出错，没有保存。", next: "请稍后再试；还不行请联系管理员。" },
  500,
);
