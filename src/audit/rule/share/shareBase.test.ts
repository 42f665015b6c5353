import { describe, expect, test } from "vitest";
import { textDocument } from "../../../../test/world/audited.ts";
import { readDocument } from "../../read/reading.ts";
import { listsOf, together } from "../../read/shareLists.ts";
import { baseOf } from "./shareBase.ts";

const read = (...lines: string[]) => readDocument(textDocument(lines.join("\n")));

describe("占比的底数", () => {
  test("以万计的数装得下什么占比都行，另有件数时不作底数", () => {
    const reading = read(
      "平台共接收投诉举报0.02万件。",
      "接收投诉250件，受理183件，调解成功92件；办结241件。",
      "从来源看，话务接收119件，占比47.9%；群众互联网填写131件，占比52.4%。",
    );
    expect(listsOf(reading).map((list) => baseOf(list, reading)?.number.text)).toEqual(["250件"]);
  });

  test("一段分成两句的占比，不写底数的跟着前一句", () => {
    const reading = read(
      "1餐饮123件，占比为51%；2、美容31件，占比为12.9%。3、洗涤21件，占比为8.7%；4、教育15件，占比为6.2%。",
    );
    const lists = listsOf(reading);
    expect(lists.map(({ pairs }) => pairs.length)).toEqual([2, 2]);
    expect(together(lists).map(({ pairs }) => pairs.map(({ count }) => count.number.text))).toEqual([
      ["123件", "31件", "21件", "15件"],
    ]);
  });

  test("后一句写了底数的，不并到前一句", () => {
    const reading = read(
      "餐饮123件，占比51%；美容31件，占比12.9%。质量680件，占投诉总量的56%；食品165件，占投诉总量的13.6%。",
    );
    expect(together(listsOf(reading))).toEqual([]);
  });
});
