import { describe, expect, test } from "vitest";
import type { Template } from "./template.ts";
import { typedNumbers } from "./typedNumber.ts";

const bound = { figure: "calls.offered", form: "number", was: "12" } as const;
const typed = (text: Template, written: Template = []) => typedNumbers(text, written).map((one) => one.text);

describe("手写数字", () => {
  test.each([
    ["约3,200件", ["3,200件"]],
    ["３２００件，４．５％", ["3200件", "4.5%"]],
    ["下降两成，三千件左右，五家单位", ["两成", "三千件", "五家"]],
    ["占百分之四十，近百分之九十八点五，约百分之40.5", ["百分之四十", "百分之九十八点五", "百分之40.5"]],
    ["三分之一的单位，四分之三的诉求", ["三分之一", "四分之三"]],
    ["近半数，一半以上，过半单位", ["半数", "一半", "过半"]],
    [
      "十几件，几十家，数百件，三千余件，3200多件，二十来次",
      ["十几件", "几十家", "数百件", "三千余件", "3200多件", "二十来次"],
    ],
    ["上升零点五个百分点，又升两个百分点", ["零点五个百分点", "两个百分点"]],
    ["多数单位，上半年，多次反映，第三季度，十分重视，多半已解决", []],
    ["11月，12345热线第3季度，11月5日8时", []],
    ["一是抓紧办理，一些单位，一个方面", []],
    ["受理一千二百三十四，一百零五件", ["一千二百三十四", "一百零五件"]],
    ["受理壹佰件，贰拾叁", ["壹佰件", "贰拾叁"]],
    ["受理①件，共Ⅻ件，𝟏𝟐件，𝟏𝟐", ["①件", "Ⅻ件", "𝟏𝟐件", "𝟏𝟐"]],
    ["①处理不及时；②分类不准。陆家、伍家岭，万一，七百", []],
    ["没有数", []],
  ])("%s", (text, found) => expect(typed([text])).toEqual(found));
  test("数字块不算手写", () => expect(typed(["来电", bound, "通"])).toEqual([]));
  test("原文写着的不算，多写一遍就算", () => {
    expect(typed(["涉及三家单位，15秒接通率"], ["涉及三家单位，15秒接通率"])).toEqual([]);
    expect(typed(["三家单位和三家企业"], ["涉及三家单位"])).toEqual(["三家"]);
  });
  test("说得出在哪里", () =>
    expect(typedNumbers(["来电", bound, "通，约８件"], [])).toEqual([{ text: "8件", part: 2, at: 3 }]));
});
