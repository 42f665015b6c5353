import { describe, expect, it } from "vitest";
import { rules } from "../../../test/world/orderSteps.ts";
import { promiseWords } from "./promise.ts";
import { comparable, lengthOf } from "./sharedWords.ts";

describe("共同的词", () => {
  it("两段话都说到的，长的在前；套话和地名不算", () => {
    const shared = comparable("来电人反映桂影小区二次供水泵房跳闸，从早上起停水。", ["桂影"]);
    expect(shared("市民反映桂影小区停水，说是二次供水泵房坏了")).toEqual(["二次供水泵房", "停水"]);
    expect(shared("来电人反映桂影小区，希望尽快处理")).toEqual([]);
    expect(lengthOf(["二次供水泵房", "停水"])).toBe(8);
  });

  it("光是数字、字母相同不算；空的没有", () => {
    expect(comparable("12345 号 ABC")("12345，ABC")).toEqual([]);
    expect(comparable("")("停水")).toEqual([]);
    expect(comparable("停水")("")).toEqual([]);
  });

  it("很长的话只看开头，比得快", () => {
    const long = comparable("停水".repeat(2_000));
    for (let n = 0; n < 200; n += 1) expect(long("停水了，电梯也停了。".repeat(200))[0]).toContain("停水");
  });
});

describe("答应来电人的", () => {
  it("按现行时限说；紧急的按紧急的时限", () => {
    const at = Date.parse("2022-10-10T02:00:00Z");
    expect(promiseWords(rules, false, at)).toContain(
      "24 小时内派给承办单位，对方 1 个工作日内签收，签收后 5 个工作日内办结",
    );
    expect(promiseWords(rules, true, at)).toContain("1 小时内派给承办单位，对方 2 小时内签收，签收后 24 小时内办结");
  });
});
