/** 和在后: “电话4524件、网站397件、……，总量5635件” */
import type { Finding } from "../../../domain/finding.ts";
import { toNumber } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSilent, type Silences } from "../../silence.ts";
import { contradiction, total } from "./looseFinding.ts";
import { behind, between, isMadeBy, isRun, rest } from "./looseParts.ts";

interface Seen {
  whole: Mention;
  /** what stands between the last part and the whole */
  link: string;
  parts: Mention[];
  /** all numbers of the sentence */
  mentions: Mention[];
}

export function wholeLast(items: Mention[], mentions: Mention[]): Finding[] {
  return items.flatMap((whole, at) => {
    if (at < 2) return [];
    const link = between(items[at - 1]!, whole);
    const parts = items.slice(0, at).filter(({ depth }) => depth === whole.depth);
    const seen = { whole, link, parts, mentions };
    if (parts.length < 2 || !isSummed(seen) || isSilent(silences, seen)) return [];
    const own = withoutOwnWhole(parts);
    return isRun(own) ? contradiction(whole, own, mentions, "said") : [];
  });
}

const summing =
  /(?:合计|共计|总计|小计|加总|相加|加起来|之和|总量|总数|总共|总和|构成|组成|全天|全月|共(?!同)|一共)[^，。；：、]{0,12}$|^(?:，|；|、|＝|=)[^，。；]{0,4}全部$|[=＝]$/;

const isSummed = ({ whole, link }: Seen): boolean =>
  summing.test(link) || (/^(?:即为|就是|均为|构成)?全部/.test(behind(whole, 8)) && /之和|合计|共/.test(link));

/** “受理100件，其中甲30件、乙20件，共计50件”: the first may be a whole of its own */
const withoutOwnWhole = (parts: Mention[]): Mention[] => {
  const [first, ...others] = parts as [Mention, ...Mention[]];
  return others.length > 1 && first.number.approximate >= toNumber(total(others).low) * 0.9 ? others : parts;
};

const silences: Silences<Seen> = {
  // “甲20件、乙8件，某热线共收到42件”
  isOfSomebodyElse: ({ link }) =>
    /最后[两三四五]|[^，；、]{7,}(?:合计|共计|总计|共|总)/.test(link.replace(/^.*[，；、]/, "")),
  // “甲20件、乙8件，较去年共增42件”
  isOfOtherThings: ({ link }) =>
    /全部\d|全部[一二三四五六七八九十]+类|[^，。；、]{2,}[和与及][^，。；、]{2,10}(?:共|合计)|其中|含|日均|月均|平均|较|比|占|去年|上年|上月|上期|截至|前\d|累计|超过|低于|不足/.test(
      link,
    ),
  // “甲20件、乙8件，其余共42件”
  isRest: ({ whole, link }) => rest.test(whole.before) || rest.test(link),
  // “来电206个”: with what is counted otherwise
  isMadeWithOtherUnits: ({ whole, mentions }) =>
    isMadeBy(
      whole,
      mentions.filter(
        ({ kind, at, unit, depth }) => kind === "count" && at < whole.at && depth === whole.depth && !/人/.test(unit),
      ),
    ),
  // “锦旗21面、书面表扬34次、致电感谢188次，合计243次（面）”
  isOfTwoKinds: ({ whole }) => /^（[\u4e00-\u9fff]{1,2}）/.test(behind(whole, 4)),
  // “受理100件，甲30件、乙20件，共计50件”
  isMadeByLastParts: ({ whole, parts }) => parts.slice(0, -1).some((_, from) => isMadeBy(whole, parts.slice(from))),
};
