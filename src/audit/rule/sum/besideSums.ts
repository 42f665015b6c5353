/** 并列的和: “受理A件，办结X件。其中甲B件，办结Y件；乙C件，办结Z件”: what stands beside each part makes what stands beside the whole. */
import type { Finding } from "../../../domain/finding.ts";
import { isExact, meets, show, sum, toNumber } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { isPlainCount } from "../../read/wholes.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

/** so near, as a part of the whole, it is the whole though a part beside may be missing */
const NEAR = 0.02;

/** a count, and what was done with so many of it */
interface Couple {
  all: Mention;
  done: Mention;
}

export const besideSums = (reading: Reading): Finding[] => [...sumsBeside(reading), ...restsBeyond(reading)];

/** “诉求13459件（其中投诉8875件……），已办结13441件”, “投诉8875件，办结8742件”: more of a part are left than of all */
function restsBeyond({ mentions }: Reading): Finding[] {
  const couples = couplesOf(mentions.filter(isPlainCount)).filter(
    ({ all, done }) => done.number.approximate <= all.number.approximate,
  );
  const left = ({ all, done }: Couple) => all.number.approximate - done.number.approximate;
  const partsOf = (whole: Couple) =>
    mentions.filter(
      (one) => one.depth > 0 && one.passage === whole.all.passage && one.at > whole.all.at && one.at < whole.done.at,
    );
  return couples.flatMap((whole) =>
    couples
      .filter(
        (part) =>
          part !== whole && left(part) > left(whole) && part.all.number.approximate < whole.all.number.approximate,
      )
      .filter((part) =>
        partsOf(whole).some(
          (one) => part.all.label.endsWith(one.label) && one.number.approximate === part.all.number.approximate,
        ),
      )
      .map((part) => beyond(whole, part, left(whole), left(part))),
  );
}

const beyond = (whole: Couple, part: Couple, all: number, some: number): Finding =>
  finding("partsAndWhole", {
    confidence: 0.75,
    places: distinctPlaces([part.all, part.done, whole.all, whole.done].map(placeOf)),
    values: [part.done.number.text, part.all.number.text, whole.done.number.text, whole.all.number.text],
    arithmetic: `${part.all.number.text} − ${part.done.number.text} = ${some} > ${whole.all.number.text} − ${whole.done.number.text} = ${all}`,
    message: `“${nameOf(whole.all)}”${whole.all.number.text}，${whole.done.label}${whole.done.number.text}，剩下${all}；其中“${nameOf(part.all)}”${part.all.number.text}，${part.done.label}${part.done.number.text}，剩下的反有${some}。`,
  });

const sumsBeside = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((own, nth) => {
    const before = sentences[nth - 1] ?? [];
    const mentions = before[0]?.passage === own[0]!.passage ? [...before, ...own] : own;
    const [whole, ...parts] = couplesOf(mentions.filter(isPlainCount));
    const isLed = whole && /其中|按|分为/.test(whole.done.passage.text.slice(whole.done.end, parts[0]?.all.at));
    const isOfOne = parts.every(
      ({ done }) => done.label === whole!.done.label && isSameUnit(done.unit, whole!.done.unit),
    );
    return isLed && parts.length > 1 && isOfOne && parts.at(-1)!.all.sentence === own[0]!.sentence
      ? contradiction(whole, parts, mentions)
      : [];
  });

/** “行政类20549件，办结14937件” */
function couplesOf(counts: Mention[]): Couple[] {
  return counts.slice(1).flatMap((done, at) => {
    const all = counts[at]!;
    const isDone = /^(?:（[^（）]*）|[^（）]*）)?，(?:已)?(?:办结|办理|回复|答复|化解|解决|整改)(?:了)?$/.test(
      done.before,
    );
    return isDone && done.passage === all.passage && all.number.approximate > 0 ? [{ all, done }] : [];
  });
}

function contradiction(whole: Couple, parts: Couple[], mentions: Mention[]): Finding[] {
  const done = parts.map((part) => part.done);
  const added = sum(done.map(({ number }) => number.range));
  const off = toNumber(added.low) - whole.done.number.approximate;
  // with what stands alone, such as 无效诉求, they are all
  const alone = mentions.filter(
    (one) =>
      one.kind === "count" &&
      one.at > parts[0]!.all.at &&
      one.sentence === parts[0]!.all.sentence &&
      !parts.some(({ all, done }) => all === one || done === one),
  );
  const all = sum([...parts.map((part) => part.all), ...alone].map(({ number }) => number.range));
  const isAll = meets(all, whole.all.number.range);
  // “无效诉求1603件，当场办结”: done as well
  if (meets(sum([added, ...alone.map(({ number }) => number.range)]), whole.done.number.range)) return [];
  const isNear = Math.abs(off) <= NEAR * whole.done.number.approximate;
  if (meets(added, whole.done.number.range) || !isExact(added) || !(isAll || isNear)) return [];
  const texts = done.map(({ number }) => number.text);
  return [
    finding("partsAndWhole", {
      confidence: isAll ? 0.8 : 0.65,
      places: distinctPlaces([whole.done, ...done].map(placeOf)),
      values: [whole.done.number.text, ...texts],
      arithmetic: `${texts.map((text) => text.replace(/[^\d]/g, "")).join(" + ")} = ${show(added.low, 0)} ≠ ${whole.done.number.text}`,
      message: `“${nameOf(whole.all)}”的${whole.done.label}印作${whole.done.number.text}，${parts.map((part) => `${nameOf(part.all)}${part.done.number.text}`).join("、")}相加为${show(added.low, 0)}。`,
    }),
  ];
}
