/** 列了两次: a list of names, with or without numbers, that has one of them twice. */
import type { Finding } from "../../../domain/finding.ts";
import type { Mention } from "../../read/mention.ts";
import { type Passage, quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

export const repeatedName = ({ passages, sentences }: Reading): Finding[] => [
  ...passages.flatMap(inPassage),
  ...sentences.flatMap(withNumbers),
  ...sentences.flatMap(amongOthers),
  ...sentences.flatMap(copied),
];

const list = /(?:[\u4e00-\u9fff]{2,10}、){2,}[\u4e00-\u9fff]{2,10}/g;

/** “山东、四川、浙江、河北、陕西、山东等省”: without numbers */
const inPassage = (passage: Passage): Finding[] =>
  [...passage.text.matchAll(list)].flatMap((match) => {
    const [first, ...others] = match[0].split("、");
    // the last one may have words behind it
    const names = [...others.slice(0, -1), others.at(-1)!.replace(/(?:等|[两三四五六七八九十]+(?:家|个|类)).*$/, "")];
    const isFirst = (name: string) => first === name || new RegExp(`[为是有在由对即含]${name}$`).test(first!);
    // two signs may be a word of several things
    const twice = names.find(
      (name, at) => name.length > (names.length > 3 ? 1 : 2) && (names.indexOf(name) < at || isFirst(name)),
    );
    if (!twice) return [];
    return [
      finding("listLength", {
        confidence: 0.7,
        places: [quote(passage, match.index, match.index + match[0].length)],
        values: [twice],
        arithmetic: `“${twice}”列了 2 次`,
        message: `同一列举中“${twice}”出现了两次：“${match[0].slice(0, 60)}”。`,
      }),
    ];
  });

const name = ({ label }: Mention): string =>
  label.replace(/^(?:其中|有|为|是)/, "").replace(/(?:受理|诉求|共|上升|下降|增加|减少)$/, "");

/** “北渡县812宗、南岭区377宗、东屏区691宗、南岭区254宗” */
function withNumbers(mentions: Mention[]): Finding[] {
  const runs: Mention[][] = [[]];
  for (const one of mentions) {
    const last = runs.at(-1)!.at(-1);
    const isNext =
      !last ||
      (/^、[^，。；：、（）\d]{2,12}$/.test(one.passage.text.slice(last.end, one.at)) && last.unit === one.unit);
    if (isNext) runs.at(-1)!.push(one);
    else runs.push([one]);
  }
  return runs
    .filter((run) => run.length > 2)
    .flatMap((run) => {
      const at = run.findIndex(
        (one, nth) => nth > 0 && name(one).length > 1 && run.slice(0, nth).some((other) => name(other) === name(one)),
      );
      // “西区、南区合办1件”: of several together
      if (run.some(({ before }) => /合办|会办|联合|共同|共性/.test(before))) return [];
      const again = run[at];
      const first = run.slice(0, Math.max(at, 0)).find((other) => again && name(other) === name(again));
      if (!again || !first) return [];
      return [contradiction(name(again), again, first)];
    });
}

const place = /^[\u4e00-\u9fff]{1,7}(?:[市县区旗镇乡]|街道|自治州|局)$/;

/** “益阳市、娄底市均有7件；郴州市5件……郴州市2件”: several may share a number, each is of one */
function amongOthers(all: Mention[]): Finding[] {
  const unit = all.at(-1)!.unit;
  const mentions = all.filter((one) => one.kind === "count" && one.unit === unit);
  if (mentions.length < 4 || all.length - mentions.length > 1) return [];
  if (mentions.some(({ before }) => /合办|会办|联合|共同|共性/.test(before))) return [];
  const named = mentions.map((one) => ({
    one,
    // “主城三区（甲区、乙区、丙区）共2339件”: of all of them
    names: one.before
      .replace(/^.*[，；：]|^.*）共$/, "")
      .replace(/^、/, "")
      .replace(/(?:次之|均?有|各有?|均?为|分别)$/, "")
      .split("、")
      .filter((word) => place.test(word)),
  }));
  // most of them are places, or the list is of something else
  if (named.filter(({ names }) => names.length > 0).length * 3 < mentions.length * 2) return [];
  return named.flatMap(({ one, names }, at) => {
    const twice = names.find((word) => named.slice(0, at).some((other) => other.names.includes(word)));
    const other = twice ? named.find(({ names: own }) => own.includes(twice))!.one : one;
    return twice && other.number.text !== one.number.text ? [contradiction(twice, one, other)] : [];
  });
}

/** “降低服务标准44件，占26.99%；……；降低服务标准44件，占26.99%”: an item of the list once more, with its share */
function copied(mentions: Mention[]): Finding[] {
  const items = mentions.flatMap((one, at) => {
    const share = mentions[at + 1];
    return one.kind === "count" && share?.kind === "share" && name(one).length > 1 ? [{ one, share }] : [];
  });
  if (items.length < 4) return [];
  return items.flatMap(({ one, share }, at) => {
    const first = items
      .slice(0, at)
      .find(
        (other) =>
          name(other.one) === name(one) &&
          other.one.number.text === one.number.text &&
          other.share.number.text === share.number.text,
      );
    return first ? [contradiction(name(one), one, first.one)] : [];
  });
}

const contradiction = (name: string, again: Mention, first: Mention): Finding =>
  finding("listLength", {
    confidence: 0.65,
    places: distinctPlaces([placeOf(again), placeOf(first)]),
    values: [again.number.text, first.number.text],
    arithmetic: `“${name}”列了 2 次`,
    message: `同一列举中“${name}”出现了两次，一次是${first.number.text}，一次是${again.number.text}。`,
  });
