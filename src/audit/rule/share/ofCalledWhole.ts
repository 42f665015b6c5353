/** 占某某的几成: “重复三次以上的188件，占重复诉求的12.49%”: of the one count near by that is called so. */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, isPositive, middle, percentOf, show } from "../../number.ts";
import { bracketed } from "../../read/label.ts";
import type { Mention } from "../../read/mention.ts";
import { nearOf } from "../../read/near.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { listsOf } from "../../read/shareLists.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { isOfRun } from "./shareBase.ts";

const named =
  /占(?!全[市县区省州部]|总|比)([^，。；：（）\d]{2,10}?)(?:总量|总数|量|数|件)?(?:的|(?<=[类务诉报求单电]))$/;

export const ofCalledWhole = (reading: Reading): Finding[] => {
  const near = nearOf(reading);
  const ahead = listsOf(reading).flatMap(({ pairs }) => pairs.filter(({ count, share }) => share.at < count.at));
  return reading.sentences.flatMap((mentions) =>
    mentions.flatMap((share, at) => {
      const count = ahead.find((pair) => pair.share === share)?.count ?? mentions[at - 1];
      const name = nameBehind(share);
      if (share.unit !== "%" || !name || isGeneric(name) || count?.kind !== "count" || count.period !== "now")
        return [];
      const isBeside = share.at < count.at || /^，?(?:约|共|仅)?占/.test(share.before);
      if (!isBeside || (share.isHedged && !isPositive(share.number.range))) return [];
      const counts = near(share.passage).filter(
        (one) =>
          one !== count && one.kind === "count" && isSameUnit(one.unit, count.unit) && isPositive(one.number.range),
      );
      const fits = (one: Mention) => agreement(share.number, percentOf(count.number.range, one.number.range)) !== "off";
      // “共159件，其中甲88件、乙71件，占……的77.9%”: of all of them
      const others = mentions
        .slice(0, at - 1)
        .filter((one) => one.kind === "count" && isSameUnit(one.unit, count.unit));
      const isOfAll = (base: Mention) =>
        others.some((one) => agreement(share.number, percentOf(one.number.range, base.number.range)) !== "off");
      const isWhole = (one: Mention) => isCalled(one, name) && one.number.approximate > count.number.approximate;
      const own = counts.filter(isWhole);
      const called = own.length > 0 ? own : reading.mentions.filter(isWhole);
      const [base] = called;
      if (
        !base ||
        new Set(called.map(({ number }) => number.approximate)).size > 1 ||
        [...counts, ...called].some((one) => fits(one) || isOfAll(one)) ||
        isOfRun({ count, share }, base, mentions)
      )
        return [];
      return [contradiction(share, count, base)];
    }),
  );
};

/** “在主要网站受理的举报中，商业网站占……”: a bare share is of what its sentence begins with */
const led = /^在([^，。；：（）\d]{4,16})中，[^。；]*占$/;

const nameBehind = (share: Mention): string | undefined =>
  named.exec(share.before)?.[1] ?? led.exec(sentenceBefore(share))?.[1]?.replace(/的/g, "");

/** words that many counts share name none of them */
const isGeneric = (name: string): boolean =>
  /^(?:全部|所有|同期|当[月年]|本[月期周季年])?(?:受理|接收|收到)?(?:诉求|工单|投诉|举报|投诉举报|来电|咨询|信访|信件|受理|派单|派发|转派|交办|承办|办结|回访|转办|办件|事项|问题|案件)?(?:件|事项|问题|数)?$/.test(
    name,
  );

const isCalled = (one: Mention, name: string): boolean =>
  one.period === "now" && (plain(one.label) === plain(name) || bracketed(one) === name);

const plain = (name: string): string =>
  name
    .replace(/^(?:其中|全年|[两三]省)?(?:共|累计)?(?:收到|受理|反映|接到|处理)?/, "")
    .replace(/派发|转派|交办|(?<=.{2})(?:工单|诉求|件)$/g, "") || name;

function contradiction(share: Mention, count: Mention, base: Mention): Finding {
  const right = show(middle(percentOf(count.number.range, base.number.range)), 2);
  return finding("shareOfBase", {
    confidence: 0.7,
    places: distinctPlaces([placeOf(share), placeOf(count), placeOf(base)]),
    values: [share.number.text, count.number.text, base.number.text],
    arithmetic: `${count.number.text} ÷ ${base.number.text} = ${right}% ≠ ${share.number.text}`,
    message: `“${nameOf(count)}”${count.number.text}，占比印作${share.number.text}；按“${nameOf(base)}”${base.number.text}算应为${right}%。`,
  });
}
