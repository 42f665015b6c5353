import { describe, expect, test } from "vitest";
import { foundIn, toldIn } from "../../../../test/world/audited.ts";

const text = (percent: string, amount: string) =>
  `举报318件，占8.2%，同比${percent}，已办结302件。\n本月举报318件，比去年同期${amount}，内容以虚假宣传为主。`;

describe("增减数与增减率在两处", () => {
  test.each([
    ["减少的件数算不出那个率", text("下降4.5%", "减少25件"), "medium change 4.5% 25件 318件"],
    ["一处说升，一处说降", text("增长7.3%", "减少25件"), "medium change 7.3% 25件 318件"],
  ])("%s", (_, wrong, expected) => {
    expect(foundIn(wrong)).toContain(expected);
  });

  test.each([
    ["合得上", text("下降7.3%", "减少25件")],
    ["一处比去年，一处比上月", "举报318件，占8.2%，同比下降4.5%。\n本月举报318件，比上月减少25件。"],
    ["各是各的", "投诉318件，同比下降4.5%。\n举报318件，比去年同期减少25件。"],
  ])("%s，不是矛盾", (_, right) => {
    expect(toldIn(right)).toEqual([]);
  });
});
