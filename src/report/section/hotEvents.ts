import { shortMonth } from "../phrase/date.ts";
import { count, num, some } from "../phrase/number.ts";
import { enumerated, say } from "../phrase/say.ts";
import { paragraph, type Section } from "./section.ts";
import { wording } from "./wording.ts";

/** 热点事件情况: what many people called about at once, its share, and under which subjects. */
export const hotEvents: Section = {
  name: "hotEvents",
  path: ["接听情况分析", "诉求热点情况", "热点事件情况"],
  write: (facts) => {
    const event = facts.figures.hotEvent;
    if (!some(event?.count)) return [paragraph("本月没有形成集中反映的热点事件。")];
    const topics = facts.more.hotTopics.map(({ topic, count: n }) => say`${topic}${count(n, "件")}`);
    const about = topics.length > 0 ? say`从诉求内容看，主要涉及${enumerated(topics)}。` : [];
    const share = event.share.value === null ? [] : say`，占受理诉求总量的${num(event.share)}`;
    return [
      paragraph(
        ...say`${shortMonth(facts.month)}群众集中反映的热点是${event.event}，相关诉求共${count(event.count, "件")}${share}。${about}`,
      ),
      ...wording(facts, "hotEvents"),
    ];
  },
};
