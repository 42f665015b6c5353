/**
 * 取舍: what giving up a leaf costs, first pattern that fits. Parts win over pooled totals, counts over the shares, rates
 * and changes made from them, rates over points, items over weighted scores, those over a total score.
 */
const COSTS: [pattern: RegExp, cost: number][] = [
  [/^countyPlatforms\.\w+Rate$/, 0.9],
  [/^appendix2\.rows.*\.total$/, 1],
  [/^appendix2\.rows.*\.rank$/, 1.2],
  [/^appendix2\.rows.*\.weighted$/, 1.5],
  [/^appendix2\.rows.*\[1\]$/, 2],
  [/MoM$/, 6],
  [/\.share$/, 8],
  [/^appendix2\.rows.*\.dispatched\.\w+\[0\]$/, 9],
  [/^appendix2\.rows.*\[0\]$/, 14],
  [/^appendix1\.total\.\w+Rate$/, 8],
  [/Rate$|Satisfaction$|answeredWithin15s$/, 10],
  [/^handling\.\w+Hot/, 12],
  [/topics\[\d+\]$/, 12],
  // of two totals that say the same neither outweighs a part
  [/^requests\.accepted$|^handling\.accepted$/, 12],
  [/^appendix1\.total\.|^followUp\.followUps$/, 19],
  [/^followUp\.\w+$/, 22],
  [/^countyPlatforms\.offered$|^openOverdue\.total$/, 20],
  [/^handling\./, 25],
];

export const costOf = (leaf: string): number => COSTS.find(([pattern]) => pattern.test(leaf))?.[1] ?? 70;
