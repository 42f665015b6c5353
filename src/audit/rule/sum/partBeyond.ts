/** 其中多于全部: “53件紧急工单中有84件得到响应” — right behind a count, more of its kind than that. */
import type { Finding } from "../../../domain/finding.ts";
import { isLess } from "../../../domain/measure/exact.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

/** what joins a count to a part of it */
const joins = [
  /^[^，。；（）\d]{0,10}[，（、]?(?:其中|当中|之中|其下|内含|含|主要是)[^，。；（）\d、]{0,16}$/,
  /^[^，。；、（）\d]{2,10}(?:之?中(?!心)|里)[，有]?[^。；（）\d、]{0,16}$/,
];

const isOther = /均|上[月季年]|去年|结转|遗留|累计|历史|多个|同时|不含|以来|次数/;

export const partBeyond = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) =>
    mentions.flatMap((part, at) => {
      // “655件，涉及项目74个，其中夜间施工712件”: what is between them is of another kind
      const before = mentions[at - 1];
      const isAside =
        before &&
        before.unit !== part.unit &&
        before.kind === "count" &&
        /^，其中[^，。；、\d]{2,12}$/.test(part.before);
      const whole = isAside ? mentions[at - 2] : before;
      if (!whole || !isCount(whole) || !isCount(part) || whole.unit !== part.unit) return [];
      const { passage, sentence } = part;
      const between = passage.text.slice(whole.end, part.at);
      // “重复5次以上的点位12个，其中甲站31次”
      if (/^及?以[上下]/.test(between)) return [];
      // “下交321件，含在9610件之内”: the second is the whole
      if (/含(?:在|于)$/.test(between) || /^(?:之)?[内中]/.test(passage.text.slice(part.end))) return [];
      // “网格120个，其中进入网格的党组织数160个”
      if (/数$/.test(part.label) && !/数$/.test(whole.label)) return [];
      const said =
        (isAside || joins.some((join) => join.test(between))) &&
        !isOther.test(passage.text.slice(sentence.from, part.at));
      // “1904条，各县1155条，其中1160条”: of all that were said before
      const isLargest = mentions.slice(0, at).every(({ number }) => number.approximate < part.number.approximate);
      return said && isLargest && isLess(whole.number.range.high, part.number.range.low)
        ? [contradiction(part, whole)]
        : [];
    }),
  );

const isCount = ({ kind, unit, period, isHedged }: Mention): boolean =>
  (kind === "count" || (kind === "other" && /^[人名户栋台处]$/.test(unit))) && period === "now" && !isHedged;

const contradiction = (part: Mention, whole: Mention): Finding =>
  finding("partsAndWhole", {
    confidence: 0.7,
    places: distinctPlaces([part, whole].map(placeOf)),
    values: [part.number.text, whole.number.text],
    arithmetic: `${part.number.text} > ${whole.number.text}`,
    message: `“${nameOf(part)}”印作${part.number.text}，多于它所属的${whole.number.text}。`,
  });
