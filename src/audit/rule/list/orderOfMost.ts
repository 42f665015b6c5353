/** 最多与其次: who is said to have the most, and who comes behind with more. */
import type { Finding } from "../../../domain/finding.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import { goesWrong, outOfOrder } from "./orderFinding.ts";

const most =
  /最高|最多|最大|第一(?!批|季|期|周|轮|至|、|时间|人|中|小|阶段|个|年|次|种|项|医|党|组|层|级)|首位|居首|榜首/;
const least = /最低|最少|最小|末位|垫底|倒数第一/;
const second = /其次|次之|紧随其后|第二(?!批|季|期|周|轮|至|档|类|组|层|级|人|中|小|阶段|个|年|次|种|项|医|党)/;

/** “甲满意率最高，为96%，乙为97%” */
export function highest(mentions: Mention[]): Finding[] {
  const rates = mentions.filter(({ kind, period }) => kind === "rate" && period === "now");
  return rates.flatMap((first, at) => {
    if (!/最高[^，。；：]{0,4}，?[^，。；：]{0,6}$/.test(first.before)) return [];
    const next = rates
      .slice(at + 1)
      .find((other) => !/率|度|占|总体|平均/.test(other.before) && goesWrong(first, other, false));
    return next ? outOfOrder([first, next], 0.75) : [];
  });
}

/** “甲最多，3件；其次是乙，5件” */
export function superlatives(mentions: Mention[]): Finding[] {
  const values = mentions.filter(
    ({ kind, period }) => (kind === "count" || kind === "rate" || kind === "share") && period === "now",
  );
  return values.flatMap((first, at) => {
    const next = values.slice(at + 1).find(({ kind, before }) => kind === first.kind && second.test(before));
    const text = first.passage.text.slice(first.sentence.from, first.end);
    // “满意率最高的是甲区，受理120件”
    if (first.kind === "count" && /(?:率|度|[增降涨跌]幅|得分)最/.test(text)) return [];
    // “满意率提升最大的是甲镇（88.5%，提升6.5个百分点）”: by how much it moved
    if (/(?:提升|进步|退步|上升|下降|回落|差距|[增降升涨跌减变]幅|变化|改善)最/.test(text)) return [];
    const isUp = least.test(text);
    if (!next || isUp === most.test(text) || values.indexOf(next) - at > 2 || first.unit !== next.unit) return [];
    const wrong = outOfOrder([first, next], 0.8, isUp);
    return wrong.length > 0 ? wrong : afterSecond(values, next, isUp);
  });
}

/** “其次是乙5件、丙3件、丁2件”: those that only 、 keeps apart go on in that order */
function afterSecond(values: Mention[], second: Mention, isUp: boolean): Finding[] {
  const run = [second];
  for (const value of values.slice(values.indexOf(second) + 1)) {
    const between = value.passage.text.slice(run.at(-1)!.end, value.at);
    if (!/^）?、[^，。；：（）、\d]{2,14}（?$/.test(between) || !isSameUnit(value.unit, second.unit)) break;
    run.push(value);
  }
  return outOfOrder(run, 0.6, isUp);
}
