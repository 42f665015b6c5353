/** 统一写法: full-width digits and signs as half-width ones, all blanks as one kind; the length stays the same. */
import { chineseNumber } from "./chinese.ts";

const pairs: Record<string, string> = {
  "％": "%",
  "．": ".",
  "﹪": "%",
  "／": "/",
  "：": "：",
  ":": "：",
  "(": "（",
  ")": "）",
  ",": "，",
  ";": "；",
  "－": "-",
  "–": "-",
  "—": "-",
  "−": "-",
  "~": "～",
  "\u00a0": " ",
  "\u3000": " ",
};

export function normalise(text: string): string {
  const halved = text
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    // “七月该类登记152件”; 十月 would be longer
    .replace(
      /(?<=^|[，,。；;：:（(、\s比较与])(十[一二]|[一二三四五六七八九])月(?=[份，,。；;：:、（(该受办共诉登的])/g,
      (_, month: string) => `${chineseNumber(month)}月`,
    )
    // “以下十二项”: not a list of two
    .replace(
      /(?<![第零〇一二三四五六七八九十百千万余多几\d])十[一二三四五六七八九](?=[大]?[类项个家条种名位件])/g,
      (count) => `${chineseNumber(count)}`,
    );
  // a comma as wide as the digits on both its sides is written with them
  const joined = halved.replace(/，/g, (sign, at: number) =>
    /^[０-９]，[０-９]$/.test(text.slice(at - 1, at + 2)) ? "," : sign,
  );
  // “未形成诉求.派发工单”: a point behind a word ends a sentence, behind a digit or a letter it doesn't
  const ended = joined.replace(/(?<=[\u4e00-\u9fff）”%件个])\.(?=$|\s|[\u4e00-\u9fff“（(])/g, "。");
  return thousands(ended).replace(/[％．﹪／:(),;－–—−~\u00a0\u3000]/g, (sign, at: number) =>
    isThousands(ended, at, sign) ? "," : (pairs[sign] ?? sign),
  );
}

/** “48 216件”, “48，216件” in a sentence, and with a thin blank anywhere: the thousands of one number */
const thousands = (text: string): string => text.replace(thinGroups, commas).replace(groups, commas);
const thinGroups = /(?<![\d.,])\d{1,3}(?:[\u2006-\u2009\u202f]\d{3})+(?![\d.,])/g;
const groups =
  /(?<=[\u4e00-\u9fff（(：:][ \u00a0]?)[1-9]\d{0,2}(?:[ \u00a0，]\d{3})+(?=[ \u00a0]?(?:[万亿]?人次|[万亿]?[件个通人次条宗起单户家笔例]))/g;
const commas = (number: string): string => number.replace(/[^\d]/g, ",");

/** a comma between digits in groups of three belongs to the number; the whole group is looked at */
function isThousands(text: string, at: number, sign: string): boolean {
  if (sign !== "," || !/^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))) return false;
  return /(^|[^\d.,])\d{1,3}(,\d{3})*$/.test(text.slice(Math.max(0, at - 16), at));
}

/** radicals that fonts draw with the sign of a word, where Unicode takes them for none or for its old form */
const radicals = new Map(
  [
    ..."⼾户⺎兀⺐尢⺒巳⺓幺⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟".matchAll(
      /(.)(.)/g,
    ),
  ].map(([, radical, word]) => [radical!, word!]),
);

/** 还原: radicals that a font put in the place of words (“⽉” for “月”), and signs without any width, which cut numbers */
export const restored = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, "")
    .replace(/[\u2e80-\u2fdf]/g, (sign) => radicals.get(sign) ?? sign.normalize("NFKC"));
