/** 除不出来的占比: “举报118件……占举报总量的42.65%”: no whole number of them is that share. */
import type { Finding } from "../../../domain/finding.ts";
import { fraction } from "../../../domain/measure/exact.ts";
import { agreement, exactly, percentOf, show } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const ofTotal = /占(?:本[月周季年期]|全[市县区省州年月])?(投诉|举报|咨询|信访|信件|建议|求助)总[量数](?:的)?$/;
const ofItself = /^，(?:在线解答|在线答复|直接答复|直接办结|在线办结|即时答复|当场答复)率(?:为|达)?$/;
const received = /受理|接收|接听|接到|收到/;
const settled = /不予|解答|答复|办结|转办|办理|交办/;
const isCalled = ({ label }: Mention, name: string): boolean =>
  label === name || (received.test(label) && label.endsWith(name));

/** how far before it what it is of may stand */
const MOST_PASSAGES = 2;

export function noWhole({ mentions, passages }: Reading): Finding[] {
  const order = new Map(passages.map((passage, at) => [passage, at]));
  const counts = mentions.filter(
    (one) => one.kind === "count" && one.period === "now" && !one.isHedged && one.number.step === null,
  );
  return mentions.flatMap((share, at) => {
    if (share.unit !== "%" || share.isHedged || share.kind === "change" || share.number.approximate >= 100) return [];
    const name = ofTotal.exec(share.before)?.[1];
    const last = mentions[at - 1];
    const isOfAll = last?.kind === "count" && received.test(last.label) && !settled.test(last.label);
    const own = ofItself.test(share.before) && isOfAll && last.passage === share.passage ? [last] : [];
    const near = (one: Mention) => {
      const apart = order.get(share.passage)! - order.get(one.passage)!;
      return apart >= 0 && apart <= MOST_PASSAGES && (apart > 0 || one.at < share.at);
    };
    // a share with a count of its own is held against that
    const hasCount = last?.kind === "count" && /^）?，占/.test(share.before);
    const called = name && !hasCount ? counts.filter((one) => near(one) && isCalled(one, name)) : own;
    const [base] = called;
    const isOne = new Set(called.map(({ number }) => number.approximate)).size === 1;
    // of so many nearly every share is some number's
    if (!base || !isOne || base.number.approximate * stepOf(share) > 30) return [];
    return isWholeOf(share, base) ? [] : [contradiction(share, base)];
  });
}

/** one of the last printed digit, in percent */
const stepOf = ({ number }: Mention): number => 10 ** -(/\.(\d+)/.exec(number.text)?.[1]?.length ?? 0);

const isWholeOf = (share: Mention, base: Mention): boolean => {
  const near = Math.floor((share.number.approximate * base.number.approximate) / 100);
  return [near - 1, near, near + 1, near + 2].some(
    (count) => agreement(share.number, percentOf(exactly(fraction(Math.max(0, count))), base.number.range)) !== "off",
  );
};

function contradiction(share: Mention, base: Mention): Finding {
  const size = base.number.approximate;
  const near = Math.floor((share.number.approximate * size) / 100);
  const texts = [near, near + 1].map(
    (count) => `${count} ÷ ${size} = ${show(fraction(BigInt(count) * 100n, BigInt(size)), 2)}%`,
  );
  return finding("shareOfBase", {
    confidence: 0.65,
    places: distinctPlaces([share, base].map(placeOf)),
    values: [share.number.text, base.number.text],
    arithmetic: texts.join("，"),
    message: `“${nameOf(base)}”${base.number.text}，没有哪个件数的占比是${share.number.text}：${texts.join("，")}。`,
  });
}
