/** 族: what together makes up a whole, by the meaning of the words. */

export const families: { name: string; members: RegExp[]; needs: number; whole: RegExp }[] = [
  {
    name: "办理方式",
    members: [
      /(在线|直接|当场|即时|现场|自行|坐席|座席|话务员|前台|即答)[^，]{0,4}(办理|办结|解答|答复|处理|解决|回复)|直办|自办/,
      /派发|转办|交办|派单|转派|派遣|下派|分派|分办/,
      /待督办|流转中|待派|待处理|在途/,
    ],
    needs: 2,
    whole: /受理|诉求|工单|事项|总量|来电/,
  },
  {
    name: "办结情况",
    members: [
      /^(?!.*(按时|按期|超期|逾期|在线|直接|即时|时限|督办))[^，]*(?:(?<!未)(?<!待)办结|[处办]理完毕)/,
      /在办|正在办理|办理中|受理中|处理中|未办结|待办/,
    ],
    needs: 2,
    whole: /受理|派发|转办|交办|诉求|工单/,
  },
  {
    name: "办结时限",
    members: [/按时|按期|及时|如期/, /超期|超时|逾期/],
    needs: 2,
    whole: /办结|派发|转办|交办|工单|派单/,
  },
  {
    name: "评价",
    members: [
      /(?<!不)(?<!基本)满意/,
      /不满意/,
      /^(?:.*(?:为|表示|评价))?[“]?(?:一般|基本满意)(?!投诉|事项|诉求|工单|问题|类|咨询|干部|程序|纠纷|违)/,
      /未评价|未参评|未作评价/,
    ],
    needs: 3,
    whole: /回访|评价|参评|测评/,
  },
  {
    name: "结转",
    members: [/^(?:当月|本月|本期|当期|本年)?新?(?:受理|收到|新增|接收)$|^(?:当月|本月|本期|新增)/, /结转|遗留/],
    needs: 2,
    whole: /受理|诉求|工单|办理|处理/,
  },
  { name: "线上线下", members: [/^线上/, /^线下/], needs: 2, whole: /受理|诉求|工单|事项/ },
  { name: "预警", members: [/红色/, /橙色/, /黄色/, /蓝色/], needs: 3, whole: /预警|督办|亮灯|工单/ },
  {
    name: "等次",
    // “室温不达标” is what people call about
    members: [/优秀/, /良好/, /(?<!不)(?:合格|达标)/, /(?<![温压质量])(?:不合格|不达标)/],
    needs: 3,
    whole: /单位|部门|参评|考核/,
  },
];

/** 一个说法属哪一族, −1 for none */
export const familyOf = (label: string): number =>
  lines.test(label) ? onLines : families.findIndex(({ members }) => members.some((member) => member.test(label)));

/** however it was dealt with there */
const lines = /^线[上下]/;
const onLines = families.findIndex(({ name }) => name === "线上线下");
