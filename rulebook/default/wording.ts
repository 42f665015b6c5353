/** 报告用语（通用）: standing words of our own for the parts that an office writes itself. */
import { assumed } from "../row.ts";

export const wording = [
  assumed(
    "wording",
    "nextSteps",
    {
      paragraphs: [
        "请各承办单位对照本月数据，逐项查找签收、办理、反馈各环节的不足，明确责任人和整改时限。",
        "对市民评价为“不满意”的工单和本月反复出现的诉求，逐件复盘原因，能当月解决的当月解决，一时解决不了的向市民说明进度。",
        "严格按规定时限和权责清单申请退单，存在职责交叉的，先行联系市民、稳住诉求，再报热线办会商。",
        "及时更新热线知识库中本单位的政策口径，减少因答复口径不一致造成的重复来电。",
      ],
    },
    "通用用语，供热线办修改",
  ),
  assumed("wording", "difficulties", { paragraphs: [] }, "各地困难不同，由热线办自行填写；没有填写就不列"),
];
