/** 说的是同一回事: whether two numbers under one name are of the same month, of the same whoever and of no other base. */
import type { Mention } from "../../read/mention.ts";
import { sentenceBefore, sentenceOf } from "../../read/sentence.ts";

const whose =
  /[国省市县区](?:家|级)?(?:12345)?(?:热线)?平台|各?平台|市（州）|市州|各市|地市|县级|各县|乡镇|园区|社区|企业|网络|微信|市直|[^，。；、：（）]{0,6}(?:县|区|镇|乡|街道|局|公司|集团|大队|渠道|中心|部门|类)/g;

/** which areas, units or channels a sentence speaks of before its number; 全市 and the like are nobody in particular */
const whoseOf = (mention: Mention): string =>
  [
    ...(sentenceBefore(mention)
      .replace(/(?:市民|群众)(?:和|与|、)?企业|企业(?:和|与|、)?(?:市民|群众)/g, "")
      // “沐河县12345便民热线共受理群众来电、来信、网络留言” is the report's own
      .replace(
        /(?<=^|[，。])[\u4e00-\u9fff]{2,4}[县区市州旗盟](?=12345)|网络留言|(?<!级)平台(?=直接|在线|共|受理)/g,
        "",
      )
      .match(whose) ?? []),
  ]
    .map((one) => one.replace(/^\d{1,2}月份?/, "").replace(/^.*?(?:全|本|我|月份?|年)(?=[县区市州局街集公])/, ""))
    .filter((one) => one.length > 1)
    .sort()
    .join("|");

const led =
  /^(?:[（(]?[\d一二三四五六七八九十]+[.、）)])?[^，。；：\d]{2,14}(?:[县区市旗镇乡局委科办站处所院队]|中心|街道|公司|集团|部门|单位|类|渠道|信箱)[。：]/;

const lastOf = (pattern: RegExp, text: string): string | undefined => text.match(pattern)?.at(-1);

/** of how long a time a sentence begins to tell, of whatever year */
const lengths = [
  /^(?:20\d\d年)?(?:第?[一二三四]季度|全季)/,
  /^(?:当月|本月|(?:20\d\d年)?\d{1,2}月份?)(?![至\d—-])/,
  /^(?:本年度|全年)/,
];

/** 说的期间: the month, the batch, the holiday… that a number's text speaks of last; undefined where it names none */
const periods: ((mention: Mention) => string | RegExp | undefined)[] = [
  (mention) => lastOf(/\d{1,2}(?=月份?(?!\d|日)[^月]*$)/g, sentenceBefore(mention).replace(/截至[^，]*/, "")),
  // “8月25日，……转办第十四批信访件11件。本批……”: of the batch that its paragraph spoke of last
  ({ passage, at }) => lastOf(/第[一二三四五六七八九十\d]{1,3}[批期]/g, passage.text.slice(0, at)),
  (mention) => lengths.find((length) => length.test(sentenceOf(mention))),
  ...[
    /20\d\d年/g,
    /第[一二三四五六七八九十百\d]+[批期周]/g,
    /[一二三四]季度|[上下]半年|[上中下]旬/g,
    /\d{1,2}月\d{1,2}日/g,
    /[去今前本]年度?(?!月)/g,
    /[\u4e00-\u9fff]{2}期间/g,
    /“?十[二三四五]五/g,
    /国庆|中秋|春节|元旦|端午|清明|五一|元宵/g,
    /汛期[前后]?/g,
    /截至[^，。；]*/g,
  ].map((said) => (mention: Mention) => lastOf(said, sentenceBefore(mention))),
];

/** no month, batch or year that both name differs, and what begins with a month isn't what begins with a quarter */
export const isOfOnePeriod = (a: Mention, b: Mention): boolean =>
  periods.every((periodOf) => {
    const [x, y] = [periodOf(a), periodOf(b)];
    return x === undefined || y === undefined || x === y;
  });

/** whoever says nothing speaks of the hotline itself */
const ownNumbers = [/\d+秒/g, /(?<!\d)(?!12345)(?:12\d{3}|96\d{3,4})(?!\d)/g];
const areOfOneNumber = (a: Mention, b: Mention): boolean =>
  ownNumbers.every((said) => lastOf(said, sentenceBefore(a)) === lastOf(said, sentenceBefore(b)));

/** “其中电话回访……”: of some of them */
export const isOfPart = (mention: Mention): boolean => /其中/.test(sentenceBefore(mention));

/** “两组合并计算，按时办结率……” */
const isOfBoth = (mention: Mention): boolean => /合并/.test(sentenceBefore(mention));

/** of the same month and of the same whoever, and of nobody that a paragraph begins with */
export function isAlike(a: Mention, b: Mention): boolean {
  return (
    a.sentence !== b.sentence &&
    isOfOnePeriod(a, b) &&
    areOfOneNumber(a, b) &&
    isOfBoth(a) === isOfBoth(b) &&
    ![a, b].some((one) => otherBase(one) || isAim(one)) &&
    whoseOf(a) === whoseOf(b) &&
    ![a, b].some(({ passage }) => led.test(passage.text))
  );
}

/** “为市民退还预付费3800元”, “拖欠15名工人工资21.6万元”: what one case tells of */
export const isOfCase = ({ before, passage, at, sentence, unit }: Mention): boolean =>
  /^(?:元|人|名|户)$/.test(unit) &&
  /退[还款]|赔偿|拖欠|补[发偿]|返还|追回[^，。；]{0,8}工资|为\d*$/.test(
    passage.text.slice(Math.max(sentence.from, at - 16), at) + before,
  ) &&
  !/累计|共|全[市县区省年月]/.test(passage.text.slice(Math.max(sentence.from, at - 16), at));

/** “各单位要补短板，满意率达到96.0%”: what is asked for */
const isAim = (mention: Mention): boolean =>
  /至少|再|力争|确保|目标|不低于|不高于|以上$/.test(mention.before) ||
  /^(?:[^，。；]{0,8}，)?[^，。；]{0,8}(?:要|应|须)[^。；]*(?:达到|提高到|提升到|保持在)$/.test(
    sentenceBefore(mention),
  );

/** “剔除未到期工单后”: on another base */
export const otherBase = (mention: Mention): boolean =>
  /剔除|扣除|不含|不计|除去|若|如按|[只仅]看|到期的|按[^，。；]{1,12}(?:口径|计算)/.test(sentenceBefore(mention));
