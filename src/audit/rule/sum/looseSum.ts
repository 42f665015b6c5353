/**
 * 句中的和: in one sentence, a number that the others of its unit are said to make, before or behind them, in whatever words.
 * Silent where any of them together do make it, and where the text says that it counts some twice or only some.
 */
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import { meets } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { total } from "./looseFinding.ts";
import { oneSlipped } from "./looseSlip.ts";
import { wholeFirst } from "./looseWholeFirst.ts";
import { wholeLast } from "./looseWholeLast.ts";

export const looseSum = ({ sentences, mentions: every }: Reading): Finding[] => {
  const all = grouped(every, ({ passage }) => passage);
  return sentences.flatMap((mentions) => {
    const { passage } = mentions[0]!;
    if (overlaps.test(withoutLead(sentenceOf(mentions[0]!)))) return [];
    const isPlain = mentions.every(({ kind, unit }) => kind !== "change" && unit !== "百分点");
    const groups = byUnit(mentions.filter(isItem)).filter(
      (items) => !isTakenApart(items, all.get(passage)!) && !isMadeOfRest(items) && !areNumbered(items),
    );
    return groups.flatMap((items) =>
      [
        ...wholeLast(items, mentions),
        ...wholeFirst(items, mentions),
        ...(isPlain ? oneSlipped(items, mentions) : []),
      ].slice(0, 1),
    );
  });
};

/** “承办量靠前的有：甲乡112件、乙乡84件，上述两地共承办196件”: of those that it lists, however many there are */
const withoutLead = (text: string): string =>
  /，(?:上述|以上)[^，。；\d]{1,6}共[^，。；\d]{0,4}\d/.test(text) ? text.replace(/^[^，。；：]*：/, "") : text;

/** “派送工单38件。……停电20件，抄表4件，报装1件，其他13件”: all of them together make what a sentence before says */
const isTakenApart = (items: Mention[], all: Mention[]): boolean =>
  all.some(
    (whole) =>
      whole.end <= items[0]!.sentence.from &&
      isSameUnit(whole.unit, items[0]!.unit) &&
      meets(total(items), whole.number.range),
  );

/** “第一方阵145个、第二方阵122个、第三方阵83个”, “1月受理1000件、2月受理900件”: one beside the other */
const areNumbered = (items: Mention[]): boolean =>
  [/第[一二三四五六七八九十]/, /\d月份?(?!\d)[^，。；]*$/].some((one) => items.every(({ before }) => one.test(before)));

/** “共1957件，其中甲1221件、乙353件、丙191件、丁192件”: all behind the first make it, and none of them another */
const isMadeOfRest = ([whole, ...rest]: Mention[]): boolean =>
  rest.length > 2 && meets(total(rest), whole!.number.range);

/** counted twice, or some of them only */
const overlaps =
  /重复|两证|都有|多个|多种|多类|多家|同时|去重|剔除|扣除|重叠|兼|可能|不止|(?<!无|不|没有|未)交叉|多次|多选|多部门|多单位|联[办合]|共同(?:承办|办理|处置)|均涉及|均为|不计入|分别计|主要|为主|集中|[较最]多|居多|居前|靠前|次之|其次|突出|典型|热点|重点(?:领域|诉求|问题)|（含[^（）\d]*）|一[单件案]多|其中[^。；]*(?:女性|党员|老人|残疾人)|各\d|各为|各有|等(?:方面|领域|问题|类|部门|单位|\d|[，。；]|$)|前[一二三四五六七八九十\d]/;

const isItem = ({ kind, unit, period, isHedged, before }: Mention): boolean =>
  period === "now" &&
  !isHedged &&
  // “每局1人，6个单位共6人”, “日均18件”, “最多一天127件”
  !/每[^，。；]{0,3}$|[日月周人]均[^，。；]{0,4}$|最[多少高低][^，。；]{0,4}$/.test(before) &&
  // “25份中，16份因政策限制无法办理”
  !/^[的里]?中，$/.test(before) &&
  (kind === "count" || (kind === "other" && /^(?:人|名|户|台|处|栋|项|元|天|分钟|公里|米)$/.test(unit)));

function byUnit(items: Mention[]): Mention[][] {
  const groups: Mention[][] = [];
  for (const one of items) {
    const group = groups.find(([first]) => isSameUnit(first!.unit, one.unit));
    if (group) group.push(one);
    else groups.push([one]);
  }
  // a sentence of so many numbers is of several things, but for one list
  return groups.filter((group) => group.length > 2 && (group.length < MOST_ITEMS || isOneList(group)));
}

const MOST_ITEMS = 10;

const isOneList = (items: Mention[]): boolean =>
  items.slice(1, -1).every(({ before }) => /^、[^，。；：、]{2,12}$/.test(before));
