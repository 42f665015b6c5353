/** 箭头前后: “缩短0.8天（5.9天→5.3天）”: what a bracket shows with an arrow isn't how far it is said to have moved. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, middle, minus, show, sizeOf } from "../../number.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

const moved = /(?:增加|减少|缩短|延长|上升|下降|提高|提升|回落|压缩|增长|多|少)(?:了)?$/;

export const arrow = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions, nth) =>
    mentions.flatMap((to, at) => {
      const from = mentions[at - 1];
      const isArrow = from?.unit === to.unit && /^\s?(?:→|->|⇒)\s?$/.test(to.passage.text.slice(from.end, to.at));
      if (!isArrow || from.isHedged || to.isHedged) return [];
      const above = (sentences[nth - 1] ?? []).filter(({ passage }) => passage === to.passage);
      const name = /（([^，。；：（）\d]{2,8})：$/.exec(to.passage.text.slice(0, from.at))?.[1];
      const changes = [...above, ...mentions.slice(0, at - 1)].filter(
        (one) => one.unit === to.unit && moved.test(one.before) && (name === undefined || one.before.includes(name)),
      );
      const change = changes.at(-1);
      if (!change || from.at - change.end > 40 || change.isHedged) return [];
      const apart = sizeOf(minus(to.number.range, from.number.range));
      if (meets(apart, change.number.range)) return [];
      const shown = show(middle(apart), to.number.step ? 2 : 0);
      return [
        finding("change", {
          confidence: 0.7,
          places: distinctPlaces([placeOf(change), placeOf(from), placeOf(to)]),
          values: [change.number.text, from.number.text, to.number.text],
          arithmetic: `${from.number.text} 与 ${to.number.text} 相差 ${shown} ≠ ${change.number.text}`,
          message: `${from.number.text}→${to.number.text}相差${shown}，文中印作${change.number.text}。`,
        }),
      ];
    }),
  );
