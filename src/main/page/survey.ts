/** 评价页: what a citizen sees behind the link of a message. It works without a script, in any browser, at any width. */
import { dayAndTime } from "../../domain/order/clockWords.ts";
import { type Html, html } from "./html.ts";

export interface SurveyShown {
  platform: string;
  zone: string;
  demonstration: boolean;
}

export interface SurveyOpen {
  number: string;
  /** what he reported, and what he was answered; null: it was forgotten, or nobody wrote one */
  title: string | null;
  answer: string | null;
  until: number;
  /** what he wrote, where it has to be asked again, and why */
  again: { sentence: string; rating: string; solved: string; comment: string } | null;
}

const style = `
:root{color-scheme:light dark;--page:#F3F4F6;--panel:#fff;--text:#1A1F26;--text2:#424B57;--line:#8A94A0;--accent:#1B5FA8;--on:#fff;--chosen:#E8F0FA;--bad:#B3261E;--mark:#6D3A7C;--markOn:#F5ECF8}
@media(prefers-color-scheme:dark){:root{--page:#12161B;--panel:#1A2027;--text:#E7EAEE;--text2:#BAC2CC;--line:#7C8794;--accent:#82B4F2;--on:#12161B;--chosen:#22324A;--bad:#FFB4AB;--mark:#D3A5E2;--markOn:#36213D}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:17px/28px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif}
header,main,footer{max-width:560px;margin:0 auto;padding:0 20px}
header{padding-top:24px;display:flex;gap:8px;align-items:center;color:var(--text2);font-size:15px}
header b{color:var(--accent);font-weight:600}
.mark{color:var(--mark);background:var(--markOn);border-radius:4px;padding:0 8px}
main{margin-top:12px}
.card{background:var(--panel);border-radius:12px;padding:24px 20px;box-shadow:0 1px 3px #0002}
h1{font-size:24px;line-height:34px;margin:0 0 8px}
p{margin:0 0 12px}.quiet{color:var(--text2);font-size:15px;line-height:24px;font-weight:400}.hint{display:block}.card>:last-child{margin-bottom:0}.number,.told{overflow-wrap:anywhere}.told{white-space:pre-line}
fieldset{border:0;margin:20px 0 0;padding:0;min-width:0}legend,.ask{padding:0;margin:0 0 8px;font-weight:600;display:block}
.choices{display:grid;gap:8px}.two{grid-template-columns:1fr 1fr}
.choices label{display:flex;align-items:center;gap:12px;min-height:52px;padding:8px 16px;border:1px solid var(--line);border-radius:8px;cursor:pointer}
.choices label:has(:checked){border-color:var(--accent);background:var(--chosen);box-shadow:inset 0 0 0 1px var(--accent)}
.choices label:has(:focus-visible){outline:3px solid var(--accent);outline-offset:2px}
input[type=radio]{width:20px;height:20px;margin:0;accent-color:var(--accent);flex:none}
textarea{width:100%;min-height:112px;padding:12px;border:1px solid var(--line);border-radius:8px;font:inherit;color:inherit;background:transparent;resize:vertical;margin-top:0}
.comment{margin-top:20px}
button{width:100%;min-height:52px;margin-top:20px;border:0;border-radius:8px;background:var(--accent);color:var(--on);font:inherit;font-weight:600;cursor:pointer}
button:focus-visible,textarea:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
[role=alert]{color:var(--bad);border:1px solid;border-radius:8px;padding:8px 16px;margin-top:16px}
footer{padding-top:16px;padding-bottom:32px}
@media(min-width:720px){header{padding-top:56px}.card{padding:32px}.three{grid-template-columns:1fr 1fr 1fr}}`;

const page = (title: string, { platform, demonstration }: SurveyShown, body: Html): string =>
  html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title} · ${platform} 12345 热线</title><link rel="icon" href="data:,"><style>${{ html: style }}</style></head><body><header><b>${platform}</b><span>12345 热线</span>${demonstration ? html`<span class="mark">演示</span>` : null}</header><main><div class="card">${body}</div></main><footer class="quiet">有新的情况或其他事情，请拨打 12345。</footer></body></html>`
    .html;

interface Choice {
  value: string;
  words: string;
}

const ratings: Choice[] = [
  { value: "satisfied", words: "满意" },
  { value: "neutral", words: "一般" },
  { value: "dissatisfied", words: "不满意" },
];
const answers: Choice[] = [
  { value: "yes", words: "解决了" },
  { value: "no", words: "没有解决" },
];

const choice = (name: string, { value, words }: Choice, chosen: string, needed: boolean): Html =>
  html`<label><input type="radio" name="${name}" value="${value}"${value === chosen ? html` checked` : null}${needed ? html` required` : null}>${words}</label>`;

const choices = (name: string, all: Choice[], chosen: string, needed: boolean): Html[] =>
  all.map((one) => choice(name, one, chosen, needed));

/** 请评价 */
export function surveyForm(shown: SurveyShown, { number, title, answer, until, again }: SurveyOpen): string {
  const { rating, solved, comment } = again ?? { rating: "", solved: "", comment: "" };
  const matter = [
    ...(title === null ? [] : [html`<p><b class="ask">您反映的</b>${title}</p>`]),
    ...(answer === null ? [] : [html`<p><b class="ask">单位的答复</b><span class="told">${answer}</span></p>`]),
  ];
  const alert = again && html`<p role="alert">${again.sentence}</p>`;
  const body = html`<h1>请评价办理结果</h1><p>您反映的事项已经办结。</p>${matter}<p class="quiet number">编号 ${number}<br>请在 ${dayAndTime(until, shown.zone)} 前评价，限一次。</p>${alert}<form method="post"><fieldset><legend>您对办理结果满意吗？</legend><div class="choices three">${choices("rating", ratings, rating, true)}</div></fieldset><fieldset><legend>问题解决了吗？<span class="quiet">（可不选）</span></legend><div class="choices two">${choices("solved", answers, solved, false)}</div></fieldset><p class="comment"><label><span class="ask">想说的话<span class="quiet hint">可不填；请不要写身份证号等个人信息</span></span><textarea name="comment" maxlength="500" rows="4">${comment}</textarea></label></p><button>提交评价</button></form>`;
  return page("请评价办理结果", shown, body);
}

/** 不必再评价的话: answered already, over, or no such link. */
export const surveySaid = (shown: SurveyShown, title: string, words: string): string =>
  page(title, shown, html`<h1>${title}</h1><p>${words}</p>`);
