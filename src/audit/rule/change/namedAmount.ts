/**
 * 点名的增减量: “受伤452人。与去年同期相比……受伤人数增加6人，上升1.12%”: by the name of what was counted in a sentence before;
 * and “咨询1951件，同比下降7.5%。……与去年同期相比，咨询总量增加了166件”, which goes the other way.
 */
import type { Finding } from "../../../domain/finding.ts";
import { compared } from "../../read/changedBase.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { withAmount } from "./changeAmount.ts";

export const namedAmount = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions, nth) => {
    const above = [-2, -1].flatMap((by) => sentences[nth + by] ?? []);
    const near = above.filter(({ passage }) => passage === mentions[0]!.passage);
    return mentions.flatMap((amount, at) => {
      const name = nameIn(amount);
      const called = name ? [...near, ...mentions.slice(0, at)].filter((one) => isCalled(one, amount, name)) : [];
      const [count] = called;
      if (!count || called.length > 1 || mentions[at - 1] === count) return [];
      const rate = mentions[at + 1];
      if (rate?.kind === "change" && rate.unit === "%" && /^，(?:同比|环比)?[^，。；\d]{2,4}$/.test(rate.before))
        return withAmount(mentions, at, count);
      return otherWay(count, amount, near);
    });
  });

const moved =
  /^(?:.*相比|[同环]比|[较比].{1,6})?，?([\u4e00-\u9fff]{2,8}?)(?:人数|起数|件数|业务)?(?:总?[量数])?(?:增加|减少|上升|下降|增|减)了?$/;

/** what the amount says that it is of */
const nameIn = ({ kind, unit, before, isHedged }: Mention): string | null =>
  kind === "change" && unit !== "%" && unit !== "百分点" && !isHedged
    ? (moved.exec(
        before
          .split(/[；。]/)
          .at(-1)!
          .replace(/^.*相比，?/, "")
          .replace(/^，/, ""),
      )?.[1] ?? null)
    : null;

const isCalled = (one: Mention, amount: Mention, name: string): boolean =>
  (one.kind === "count" || one.kind === "other") &&
  one.period === "now" &&
  !one.isHedged &&
  // “与上月（受理4415件）相比”, “一次死亡10人以上”
  one.depth === 0 &&
  !/^以[上下]/.test(one.passage.text.slice(one.end)) &&
  one.unit === amount.unit &&
  plain(one.label) === name;

/** “受理消费者各类咨询信息” is called 咨询 again */
const plain = (label: string): string =>
  label.replace(/^(?:全[市县区省州])?共?(?:受理|接到|收到|登记)?(?:消费者|群众)?(?:各类)?|(?:信息|人数|诉求)$/g, "");

/** the count's own growth against the same period */
function otherWay(count: Mention, amount: Mention, near: Mention[]): Finding[] {
  const base = /(?:去年|上年)同期/.test(sentenceBefore(amount)) ? "lastYear" : compared(amount);
  const own = near.slice(near.indexOf(count) + 1);
  const stop = own.findIndex(({ kind }) => kind === "count");
  const growth = own
    .slice(0, stop < 0 ? own.length : stop)
    .find((one) => one.kind === "change" && compared(one) === base);
  if (!near.includes(count) || base === "any" || !growth || growth.direction * amount.direction >= 0) return [];
  return [
    finding("change", {
      confidence: 0.75,
      places: distinctPlaces([placeOf(amount), placeOf(growth), placeOf(count)]),
      values: [amount.number.text, growth.number.text, count.number.text],
      arithmetic: `${growth.direction > 0 ? "+" : "−"}${growth.number.text}，${amount.direction > 0 ? "+" : "−"}${amount.number.text}`,
      message: `“${nameOf(count)}”${count.number.text}，一处说${growth.direction > 0 ? "上升" : "下降"}${growth.number.text}，一处说${amount.direction > 0 ? "增加" : "减少"}${amount.number.text}。`,
    }),
  ];
}
