/** 每万平方米、每万户几件: “东湖公司351件，供热面积402万平方米，每万平方米1.15件”: of the count and the size right before it. */
import type { Finding } from "../../../domain/finding.ts";
import { fraction } from "../../../domain/measure/exact.ts";
import { agreement, exactly, isPositive, middle, over, printed, show } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const size = /(\d[\d.]*)万(平方米|户|人|千米|公里)，每万\2$/;

export const perTenThousand = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) =>
    mentions.flatMap((mean, at) => {
      const text = sentenceBefore(mean);
      const [, many, unit] = size.exec(text) ?? [];
      const from = mean.sentence.from + text.lastIndexOf("；");
      const counts = mentions.slice(0, at).filter((one) => one.unit === mean.unit && one.at > from);
      const [count] = counts;
      // of several, nobody says of which
      if (!many || !count || counts.length > 1 || mean.isHedged || count.isHedged) return [];
      const base = printed(many, 4, "", `${many}万${unit}`);
      if (!isPositive(base.range)) return [];
      const right = over(count.number.range, over(base.range, exactly(fraction(10_000))));
      return agreement(mean.number, right) === "off"
        ? [contradiction(mean, count, base.text, show(middle(right), 2))]
        : [];
    }),
  );

const contradiction = (mean: Mention, count: Mention, base: string, right: string): Finding =>
  finding("average", {
    confidence: 0.75,
    places: distinctPlaces([placeOf(mean), placeOf(count)]),
    values: [mean.number.text, count.number.text, base],
    arithmetic: `${count.number.text} ÷ ${base} = ${right} ≠ ${mean.number.text}`,
    message: `“${nameOf(count)}”${count.number.text}、${base}，每万应为${right}，印作${mean.number.text}。`,
  });
