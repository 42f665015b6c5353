/** 又提一次的占比: a share whose own count isn't printed beside it, but by its name in the paragraph or the one above. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, sum } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { type Group, groupsOf } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { agrees, candidateOf, candidatesOf, fits, named, ofAll } from "./shareBase.ts";
import { contradiction } from "./shareFinding.ts";

export function calledAgain(reading: Reading): Finding[] {
  const groups = groupsOf(reading);
  return reading.mentions.flatMap((share) => [...ofCalled(share, reading), ...ofPart(share, groups, reading)]);
}

/** “甲区5127件、乙区4380件。其中，甲区诉求占全市受理总量的27.5%”: a count of the paragraph, called by its name once more */
function ofCalled(share: Mention, reading: Reading): Finding[] {
  const { passage, at } = share;
  const name =
    /(?:^|[，。；])(?:其中，)?((?:[^，。；：（）\d]|（[^（）\d]*）){2,12}?)(?:诉求|工单|受理|交办|转办|派单)?[量数]?占(?!比)[^，。；]*$/.exec(
      sentenceBefore(share),
    )?.[1];
  if (share.kind !== "share" || !name || !ofAll.test(share.before)) return [];
  const above = reading.passages[reading.passages.indexOf(passage) - 1];
  const isBefore = (one: Mention) => one.passage === above || (one.passage === passage && one.at < at);
  const counts = reading.mentions.filter(
    (one) =>
      one.kind === "count" &&
      one.period === "now" &&
      isBefore(one) &&
      (one.label.endsWith(name) || one.before.endsWith(name)),
  );
  const [count] = counts;
  if (!count || counts.length > 1) return [];
  const pair = { count, share };
  const candidates = candidatesOf(reading, [pair]);
  if (candidates.some((candidate) => agrees(fits(pair, candidate)))) return [];
  const base = named([pair], candidates, reading);
  return base ? contradiction(pair, base, "unknown") : [];
}

/** “共124件，其中柳汀镇48件、……。柳汀镇占46.77%”: of what the paragraph took apart, and of no other count that it prints */
function ofPart(share: Mention, groups: Group[], { mentions }: Reading): Finding[] {
  const name = /(?:^|[，；])(?:其中，?)?([\u4e00-\u9fff]{2,8})占比?为?$/.exec(sentenceBefore(share))?.[1];
  if (share.kind !== "share" || !name || share.isHedged) return [];
  const own = mentions.filter(({ passage, kind }) => passage === share.passage && kind === "count");
  const called = own.filter(({ label, at }) => at < share.at && label.endsWith(name));
  const [count] = called;
  if (!count || called.length > 1 || own.some((one) => agrees(fits({ count, share }, one)))) return [];
  const whole = groups.find(({ parts, whole }) => parts.includes(count) && isTakenApart(whole, parts))?.whole;
  return whole ? contradiction({ count, share }, { ...candidateOf(whole), confidence: 0.7 }, "named") : [];
}

/** they make it, or it is said to be all */
const isTakenApart = (whole: Mention, parts: Mention[]): boolean =>
  parts.length > 1 &&
  (/共$/.test(whole.before) || meets(sum(parts.map(({ number }) => number.range)), whole.number.range));
