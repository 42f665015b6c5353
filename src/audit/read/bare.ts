/** 总的一数: what a number of the text counts where its words name nothing but the act, such as 受理 or 派发. */
import type { Mention } from "./mention.ts";
import { sentenceBefore } from "./sentence.ts";

const verbs: { name: string; said: RegExp }[] = [
  { name: "受理", said: /受理|收办|接办|接收|接听受理|登记|收到|办理(?=群众|企业|各类|市民|诉求|热线工单)/ },
  { name: "承接", said: /承接|承办(?!单位)/ },
  { name: "派发", said: /派发|转办|交办|派单|转派|分派|派出|转(?=各?承办单位|有关)/ },
  { name: "回访", said: /回访/ },
  { name: "办结", said: /(?<!按时|按期|及时|如期|未|待|在线|直接)办结(?!率)/ },
  { name: "接通", said: /接通(?!率)/ },
  { name: "呼入", said: /呼入|来电总量/ },
];
const rates = /^(?:按时办结率|按期办结率|及时办结率|办结率|满意率|接通率|解决率|按时签收率|参评率|直办率)$/;
const generic =
  /^(?:(?:20\d\d)?年|\d{1,2}月份?|本[月周季年期]度?|(?:国庆|春节|五一|中秋|元旦|清明|端午)?(?:假期|节日)(?:期间)?|当[月年]|全[市县区省州盟年季月周]|[上下]半年|[一二三四]季度|年度|月份|共计?|累计|总计|合计|总共|已|的|了|达到?|为|有|[^，。；]{0,14}(?:热线|专线|平台|中心|集团|我局|全局|本局|街道|公司)|我[市县区州省局]|12345|(?:经济技术|经济|高新技术|工业|旅游)?开发区|[高经]新区|新区|园区|市|县|区|省|州|政务服务|便民|接到|收到|市民|群众|企业|社会|公众|各类|有效|和|与|诉求|来信|来访|网络留言|留言|、|工单|(?<=热线)(?:派发|转派|交办|转办)(?:的)?|来电|事项|问题|信件|总量|总数|量|数|件|[向到]?各?(?:承办|责任|成员)单位|(?:承办|责任|成员)单位|群众|形成|生成|办理|通过|渠道|一共)*$/;

/** “100%的单位有”, “100%的是”: nobody's own value */
export const isOfThose = ({ passage, end }: Mention): boolean =>
  /^(?:的(?:市直|县直|区直|省直|县区)?(?:单位|部门|乡镇|镇街|街道|县区|有|是|为|仅|只)|以上|以下|及以)/.test(
    passage.text.slice(end, end + 6),
  );

/** “省市交办件单独考核，按期办结率99.97%，满意率95.02%” */
export const isApart = (mention: Mention): boolean => /单独(?:考核|统计|计算|列|评价)/.test(sentenceBefore(mention));

/** '受理', '满意率'…; null where the words say of which, by whom or of what more */
export function bareName(mention: Mention): string | null {
  const { kind, unit, period, depth, passage, end } = mention;
  const label = mention.label.replace(/^(?:但|而|其中|且|仍|同时)(?=.{2})/, "");
  const after = passage.text.slice(end, end + 10);
  if (period !== "now" || depth > 0 || isOfThose(mention) || isApart(mention)) return null;
  // “15638件转派工单”
  // “4月份4862件诉求办理平稳”
  if (kind === "count" && generic.test(label) && /^(?:群众)?(?:诉求|来电)(?:办理|总体|运行)/.test(after)) return "受理";
  const noun = /^(?:的)?(受理|承接|派发|转办|交办|转派|办结|回访)(?:的)?(?:工单|诉求|件|事项)/.exec(after)?.[1];
  if (kind === "count" && noun && generic.test(label)) return verbs.find(({ said }) => said.test(noun))?.name ?? null;
  if (kind === "rate" && unit === "%")
    return (
      rates.exec(
        label.replace(
          /^(?:\d{1,2}-\d{1,2}月|(?:转办|派发|交办)(?:诉求|工单)|总体|整体|全[市县区省州]|群众|综合|电话|人工|热线|本级|回访)+/,
          "",
        ),
      )?.[0] ?? null
    );
  if (kind !== "count") return null;
  if (/^(?:全[市县区省州季年]|[一二三四上下]季度|半年)?(?:群众)?(?:诉求|受理|来件|来电)(?:总)?量$/.test(label))
    return "受理";
  const verb = verbs.find(({ said }) => said.test(label));
  return verb && generic.test(label.replace(verb.said, "")) ? verb.name : null;
}
