/** 改了一半: a title that names another month, or an issue another number, than the same title elsewhere. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { type Passage, quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { finding } from "../../write.ts";

export const halfUpdated = ({ passages }: Reading): Finding[] => [
  ...titles(passages),
  ...issues(passages),
  ...leadMonth(passages),
];

const month = /(?<!\d)(\d{1,2})月(?:份)?(?!\d)/;

const titleMonth =
  /(?<![\d年至—-])(\d{1,2}|[一二三四五六七八九十]{1,2})月份?[^，。；\d月]{0,24}(?:通报|报告|情况|分析|简报)$/;

/** “二月情况通报”, and below it “现将3月办理情况通报如下” */
function leadMonth(passages: Passage[]): Finding[] {
  const title = passages.slice(0, 3).find(({ text }) => text.length <= 46 && titleMonth.test(text));
  const lead = passages
    .slice(0, 8)
    .find(({ text }) => /现将[^，。；]{0,30}?\d{1,2}月份?(?![至—-])[^，。；\d月]{0,24}(?:如下|通报)/.test(text));
  const said = chineseNumber(titleMonth.exec(title?.text ?? "")?.[1] ?? "");
  const own = Number(/现将[^，。；]{0,30}?(?<!\d)(\d{1,2})月(?!份?[至—-])/.exec(lead?.text ?? "")?.[1] ?? Number.NaN);
  if (!title || !lead || lead === title || !said || Number.isNaN(own) || said === own) return [];
  return [
    finding("twoValues", {
      confidence: 0.7,
      places: [title, lead].map((passage) => quote(passage, 0, passage.text.length)),
      values: [`${said}月`, `${own}月`],
      arithmetic: `${said}月 ≠ ${own}月`,
      message: `标题写作${said}月，正文写作${own}月。`,
    }),
  ];
}

interface Title {
  passage: Passage;
  words: string;
  month: string;
}

/** “附件：2025年11月各单位办理情况表”, and over the table “2025年10月各单位办理情况表” */
function titles(passages: Passage[]): Finding[] {
  const found = passages.flatMap((passage): Title[] => {
    const text = passage.text.replace(/^(?:附件|附表|附)\s*[\d一二三四五六七八九十]*[：.、]?/, "");
    const own = month.exec(text)?.[1];
    const isTitle = own && text.length > 10 && text.length <= 46 && /(?:表|情况|报告|通报)$/.test(text);
    return isTitle ? [{ passage, words: text.replace(month, ""), month: own }] : [];
  });
  return found.flatMap((one, at) => {
    const before = found.slice(0, at).find((other) => other.words === one.words && !areListed(other, one));
    if (!before || before.month === one.month) return [];
    return [
      finding("twoValues", {
        confidence: 0.65,
        places: [one, before].map(({ passage }) => quote(passage, 0, passage.text.length)),
        values: [`${one.month}月`, `${before.month}月`],
        arithmetic: `${one.month}月 ≠ ${before.month}月`,
        message: `同一标题一处写作${before.month}月，另一处写作${one.month}月：“${one.passage.text}”。`,
      }),
    ];
  });
}

const attached = /^(?:附件|附表|附)\s*[\d一二三四五六七八九十]/;

/** “附件1：7月情况表”, “附件2：8月情况表”: one of each */
const areListed = ({ passage: a }: Title, { passage: b }: Title): boolean =>
  attached.test(a.text) && attached.test(b.text);

const issue = /第(\d{1,3})期/;

/** “第47期” above, and below “本期即第46期” */
function issues(passages: Passage[]): Finding[] {
  const title = passages.slice(0, 6).find(({ text }) => text.length <= 40 && issue.test(text));
  const number = issue.exec(title?.text ?? "")?.[1];
  if (!title || !number) return [];
  return passages.flatMap((passage) => {
    const match = /本期(?![^，。；第]*[对自从较比])[^，。；第]{0,10}第(\d{1,3})期/.exec(passage.text);
    if (!match || match[1] === number) return [];
    return [
      finding("twoValues", {
        confidence: 0.65,
        places: [quote(passage, match.index, match.index + match[0].length), quote(title, 0, title.text.length)],
        values: [`第${match[1]}期`, `第${number}期`],
        arithmetic: `${match[1]} ≠ ${number}`,
        message: `刊头是第${number}期，文中说本期是第${match[1]}期。`,
      }),
    ];
  });
}
