/** 达到目标: “满意率94.6%，完成了不低于95%的年度目标”, which it doesn't. */
import type { Finding } from "../../../domain/finding.ts";
import { isLess } from "../../../domain/measure/exact.ts";
import { printed } from "../../number.ts";
import { isRateNow } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { finding, nameOf, placeOf } from "../../write.ts";

/** right behind the rate: that it was reached, and what it was to be */
const reached =
  /^(?:（[^（）]*）)?，(?:已|均|全部|顺利|较好|圆满|超额|实现|提前)*(完成|达到|实现|达成|符合|满足|超过|高于|优于)了?[^，。；\d]{0,14}?(?:不低于|不少于|达到|高于|≥)?(\d+(?:\.\d+)?)%(?:以上)?”?的?[^，。；\d]{0,8}(?:目标|要求|标准|指标|任务)(?!的\d)/;

export const reachedAim = ({ mentions }: Reading): Finding[] =>
  mentions.flatMap((rate) => {
    const { passage, end, isHedged, number } = rate;
    const match = reached.exec(passage.text.slice(end, end + 60));
    if (!match || !isRateNow(rate) || isHedged) return [];
    const aim = printed(match[2]!, 0, "", `${match[2]}%`);
    // of what should be little, less is better
    if (
      /不满意|不合格|超期|逾期|退|投诉|重复|差|错|损|弃|挂|漏|未|误|空|返工/.test(rate.label) ||
      /不超过|不高于|低于(?<!不低于)|以内/.test(match[0])
    )
      return [];
    if (!isLess(number.value, aim.value)) return [];
    return [
      finding("wording", {
        confidence: 0.75,
        places: [placeOf(rate)],
        values: [number.text, aim.text],
        arithmetic: `${number.text} < ${aim.text}`,
        message: `“${nameOf(rate)}”${number.text}低于${aim.text}的目标，文中却说“${match[1]}”。`,
      }),
    ];
  });
