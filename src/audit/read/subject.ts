/** 小标题说的是谁: whom or what the paragraphs under a heading are of, and those that say so at their own beginning. */
import type { Passage } from "./passage.ts";

const sign =
  /^(?:[（(]?[\d一二三四五六七八九十]{1,3}[.、．）)]|[壹贰叁肆伍陆柒捌玖拾]{1,2}[·、.]?|第[一二三四五六七八九十]{1,2}部分|[◎●■◆]|附[件表]?\d*[：:]?\s*)/;
const levels = [
  /^[一二三四五六七八九十]+、/,
  /^[（(][一二三四五六七八九十]+[）)]/,
  /^\d{1,2}[.、．]/,
  /^附[件表]/,
  /^【/,
];

/** words of any section */
const anySection =
  /摘要|导读|速览|概要|概览|要点|小结|结语|下一步|总体|概况|基本|情况|运行|受理|接听|接收|来电|办理|派发|转办|办结|回访|满意|评价|考核|分析|统计|数据|特点|通报|主要|突出|热点|重点|本[月周季年]度?|全[市县区省]|诉求|工单|群众|年度|一组|总数|[的与和及（）]/g;

/** what looks back on all of it, or ahead */
const closing = /打算|展望|回[望顾]|结语|下一?步|短板|要求|建议|部署|总结/;

const subjectOf = (text: string): string =>
  closing.test(text)
    ? ""
    : text
        .replace(sign, "")
        .replace(/^【|】$/g, "")
        .replace(anySection, "");

/** “1.甲区。本月受理……”, “【住房保障】本月受理……” */
const led = /^(?:(?:[（(]?[\d一二三四五六七八九十]{1,3}[.、．）)])?([^，。；：\d【】]{2,14})。|(【[^】]{2,12}】))/;

/** a line of its own with nothing but a name */
const isBare = ({ text }: Passage): boolean => /^[^，。；：、\d|]{2,14}$/.test(text);

/** of which level a heading is, the first the highest, and whom it names */
export interface Subject {
  level: number;
  subject: string;
}

/** 各段说的是谁; "" where the headings above name nobody in particular */
export function subjectsOf(passages: Passage[]): Map<Passage, Subject> {
  const open: Subject[] = [];
  return new Map(
    passages.map((passage) => {
      const { text, isHeading } = passage;
      const own = led.exec(text);
      const isTitle = isHeading || isBare(passage) || (sign.test(text) && text.length < 20 && !/[，。；：]/.test(text));
      if (isTitle) {
        const level = levels.findIndex((pattern) => pattern.test(text));
        const at = level < 0 ? levels.length : level;
        while (open.length > 0 && open.at(-1)!.level >= at) open.pop();
        open.push({ level: at, subject: subjectOf(text) });
      }
      const above = open.findLast(({ subject }) => subject.length > 1) ?? { level: -1, subject: "" };
      const subject = own ? subjectOf(own[1] ?? own[2]!) : "";
      return [passage, subject === "" ? above : { level: levels.length + 1, subject }];
    }),
  );
}

/** 两处各说各的: headings of one level name somebody each, and not the same */
export const isOfOtherSubject = (subjects: Map<Passage, Subject>, a: Passage, b: Passage): boolean => {
  const [x, y] = [subjects.get(a), subjects.get(b)];
  if (!x || !y || x.subject === y.subject) return false;
  // “上月来电情况”
  if (earlier.test(x.subject) !== earlier.test(y.subject)) return true;
  return x.subject !== "" && y.subject !== "" && x.level === y.level;
};

const earlier = /^(?:上[月周季年期]|去年|同期)/;
