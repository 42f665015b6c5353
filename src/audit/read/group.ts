/** 一部分的率、一部分的增减: whether a rate or a change is of a group that its own words name, and no count beside it is of that group. */
import type { Mention } from "./mention.ts";
import { sentenceBefore } from "./sentence.ts";
import { twosOf } from "./twos.ts";

/** by fewer signs than a label's clause: a bracket that closes here opened before it */
const lastClause = (text: string): string => text.split(/[，；：。（]/).at(-1)!;

const measure = /^(.*?)((?:按[期时]|及时|如期|准时)?(?:首次)?[\u4e00-\u9fff]{2}率|满意度)([^率]*)$/;

/** words of any rate of all */
const anyWords =
  /综合|总体|整体|平均|全[市县区省州国部年月季周程时行](?:段|业|系统)?|热线|人工|平台|电话|话务|来电|呼入|本[月季周年期]|当[月年]|年度|[上下]半年|[一二三四]季度|\d{1,2}月份?|20\d\d年|工单|诉求|事项|案件|信件|来信|转办|转派|派发|派单|承办|交办|办理|受理|回访|群众|市民|公众|企业群众|有效|实际|服务|其中|投诉举报|各类|件|量|数|的|总|实现|其|均|较|比|同期|达到?|已/g;

const bounded = /最[高低好差]|较[高低]|不足|低于|高于|超过|均[在为达]|仅为/;

/** “市直部门办结率”, “5个工作日内办结率”, “办结率最低95.33%”: of a group, a time or an extreme that none of the counts is of */
export function isOfGroup(rate: Mention, counts: Mention[]): boolean {
  const clause = lastClause(
    sentenceBefore(rate)
      .replace(/（[^（）]*）/g, "")
      // “市住建局办结率较低，仅为95.33%”
      .replace(/(最[高低]|较[高低])，(?:仅|只|达|为)+$/, "$1"),
  );
  const found = measure.exec(clause);
  if (!found) return /^(?:最[高低]|较[高低]的)/.test(clause);
  const [, lead = "", , tail = ""] = found;
  if (bounded.test(lead) || bounded.test(tail)) return true;
  return isNamedElsewhere(lead, counts);
}

/** a name of its own, of which no two signs stand before any of the counts */
function isNamedElsewhere(lead: string, counts: Mention[]): boolean {
  const group = lead.replace(anyWords, "");
  const twos = twosOf(group);
  return (
    twos.length > 0 &&
    /[\u4e00-\u9fff]{2}/.test(group) &&
    !counts.some(({ label, before }) => twos.some((two) => label.includes(two) || before.includes(two)))
  );
}

/** “物业类办结率”, “夜间接听率”: of a kind that has no count here */
export function isOfKind({ label }: Mention, counts: Mention[]): boolean {
  const words = /^([^，按及如期时在直即当一]*?)(?:办结|接通|接听)率$/.exec(label)?.[1] ?? "";
  const kind = words.replace(
    /综合|总体|整体|全.|热线|人工|平台|本[月季周年]|年度|工单|诉求|来电|电话|呼入|话务|转办|承办|交办|案件|[的总件]/g,
    "",
  );
  return kind.length > 1 && !counts.some((one) => one.label.includes(kind));
}

const moved =
  /^(?:其中，?)?([\u4e00-\u9fff]{2,10}?)(?:同比|环比)?(?:增长|增加|上升|提高|下降|减少|降低|回落)(?:了|约)?$/;

/** “市直部门承办量增长8.06%”: of whom its clause names, and neither of the two values is theirs */
export function isOfGroupMoved(change: Mention, values: Mention[]): boolean {
  const lead = moved.exec(lastClause(sentenceBefore(change)))?.[1];
  return (
    lead !== undefined && change.unit === "%" && isNamedElsewhere(lead.replace(/增长|增速|增幅|比重|总体/g, ""), values)
  );
}
