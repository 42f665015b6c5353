/** 评分表的毛病: what a scorecard may not say. One sentence, or null. */
import { printHundredths as print } from "../measure/exact.ts";
import { componentTerms, itemFault } from "./measures.ts";
import type { Scorecard, ScorecardComponent, ScorecardItem } from "./scorecard.ts";

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
const hasTwice = (keys: readonly string[]): boolean => new Set(keys).size < keys.length;

/** points that nobody can lose, or a line that no rate reaches */
function pointsFault(component: ScorecardComponent, item: ScorecardItem): string | null {
  const name = `${component.name}的${item.name}`;
  if (item.points === 0) return `${name}分值是 0，不计分的请去掉这一项。`;
  return item.kind === "slope" && item.fullFrom > 10_000
    ? `${name}要到 ${print(item.fullFrom)}% 才得满分，率最高是 100%。`
    : null;
}

/** 每一部分 is worked out of the whole card's full points, and weighted only then */
const sumFault = ({ full }: Scorecard, { name, items }: ScorecardComponent): string | null => {
  const sum = sumOf(items.map(({ points }) => points));
  return sum === full ? null : `${name}各项分值加起来是 ${print(sum)} 分，不是满分 ${print(full)} 分。`;
};

export function cardFault(card: Scorecard): string | null {
  const { full, components } = card;
  if (full === 0) return "满分要大于 0。";
  if (sumOf(components.map(({ weight }) => weight)) !== 10_000) return "各部分的权重加起来不是100%。";
  const twice = components.find(({ key }, at) => components.findIndex((one) => one.key === key) < at);
  if (twice) return `“${componentTerms[twice.key]}”这一部分写了两次。`;
  if (components.some(({ items }) => hasTwice(items.map(({ key }) => key)))) return "一个部分里有重复的项目。";
  const faults = components.flatMap((component) => [
    ...component.items.map((item) => itemFault(component.key, item) ?? pointsFault(component, item)),
    sumFault(card, component),
  ]);
  return faults.find((one) => one !== null) ?? null;
}
