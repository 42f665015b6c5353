/** 评价的网页: behind the one-time link of a message; the same operations as the interface's, for a browser without a script. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { problemOf } from "../api/errors.ts";
import { type Interface, runForPage } from "../api/server.ts";
import { answerSurvey } from "../api/survey/answer.ts";
import { readSurvey } from "../api/survey/read.ts";
import { surveyBody, surveyParams, type surveyView } from "../contract/survey/survey.ts";
import { unstorableAt } from "../contract/unstorable.ts";
import { isRefused, Refusal, type Refused, refuse } from "../domain/refusal.ts";
import { surveyForm, surveySaid } from "./page/survey.ts";

type View = typeof surveyView._output;
type Link = { Params: { code: string } };

const FORM = "application/x-www-form-urlencoded";
/** five hundred characters, each at most twelve bytes in a form */
const MOST = 16 * 1024;

/** characters of a comment, as the form says too */
const LONGEST = 500;

const unknown = refuse("notFound", "没有这个评价链接。", "请从短信里的链接打开。");

const asked = async (work: () => Promise<unknown>): Promise<View | Refused> => {
  try {
    return (await work()) as View | Refused;
  } catch (error) {
    // a transaction that is taken back throws what was refused
    if (error instanceof Refusal) return error.refused;
    throw error;
  }
};

const said = {
  answered: ["谢谢您的评价", "我们已经收到。"],
  closed: ["评价已经结束", "这个链接已经过期，或者这件事正在重新办理。"],
};

/** What the form brought, and what it means. */
function filledIn({ rating = "", solved = "", comment: written = "" }: Record<string, string>) {
  // a browser counts a line's end as one character, and sends two
  const comment = written.replaceAll("\r\n", "\n");
  const isSolved = { yes: true, no: false }[solved] ?? null;
  return { rating, solved, comment, meant: { rating, solved: isSolved, comment: comment.trim() || null } };
}

const faultOf = ({ rating, comment }: ReturnType<typeof filledIn>, fits: boolean): string | null => {
  if (rating === "") return "请先选择满意、一般或不满意。";
  if (comment.length > LONGEST) return `写得太长，请不超过 ${LONGEST} 字。`;
  return fits ? null : "填写的内容里有不能保存的字符，请改一改再提交。";
};

/** 网页的安全策略: its own style, no script, and the form goes nowhere else */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** 登记评价的网页 */
export async function registerSurveyPages(pages: FastifyInstance, of: Interface): Promise<void> {
  const { platform, demonstration } = of.desk;
  const shown = { platform: platform.name, zone: platform.zone, demonstration };
  const answer = (reply: FastifyReply, status: number, text: string) =>
    reply.status(status).header("content-security-policy", policy).type("text/html; charset=utf-8").send(text);
  const refused = (reply: FastifyReply, no: Refused) =>
    answer(reply, problemOf(no).status, surveySaid(shown, no.sentence, no.next ?? ""));
  const opened = (request: FastifyRequest<Link>): Promise<View | Refused> => {
    const params = surveyParams.safeParse(request.params);
    const query = undefined;
    return params.success
      ? asked(() => runForPage(readSurvey, of, request, { params: params.data, query, body: undefined } as never))
      : Promise.resolve(unknown);
  };
  const show = (reply: FastifyReply, view: View, again: Parameters<typeof surveyForm>[1]["again"] = null) => {
    if (view.state !== "open") return answer(reply, 200, surveySaid(shown, ...(said[view.state] as [string, string])));
    const { number, title, answer: told } = view;
    const form = { number, title, answer: told, until: Date.parse(view.until), again };
    return answer(reply, again ? 400 : 200, surveyForm(shown, form));
  };

  pages.addContentTypeParser(FORM, { parseAs: "string", bodyLimit: MOST }, (_request, text, done) =>
    done(null, Object.fromEntries(new URLSearchParams(text as string))),
  );
  pages.get<Link>("/survey/:code", async (request, reply) => {
    const view = await opened(request);
    return isRefused(view) ? refused(reply, view) : show(reply, view);
  });
  pages.post<Link>("/survey/:code", async (request, reply) => {
    const given = filledIn((request.body ?? {}) as Record<string, string>);
    const body = surveyBody.safeParse(given.meant);
    const view = await opened(request);
    if (isRefused(view)) return refused(reply, view);
    const sentence = faultOf(given, body.success && unstorableAt(given) === null);
    if (sentence !== null) return show(reply, view, { sentence, ...given });
    const { code } = request.params;
    const done = await asked(() =>
      runForPage(answerSurvey, of, request, { params: { code }, query: undefined, body: body.data! } as never),
    );
    // answered just now elsewhere, or over: the page says how it stands
    if (isRefused(done) && !["surveyAnswered", "surveyClosed"].includes(done.refused)) return refused(reply, done);
    return reply.redirect(`/survey/${code}`, 303);
  });
}
