import { describe, expect, it } from "vitest";
import { titleOf } from "./title.ts";

describe("标题", () => {
  it("是诉求的第一句，去掉“来电人反映”", () => {
    expect(titleOf("来电人反映：榆荫路路灯不亮已半月。夜里出行不便。")).toBe("榆荫路路灯不亮已半月");
    expect(titleOf("您好。我想问一下，电费怎么交？")).toBe("电费怎么交");
    expect(titleOf("该市民反映，路面塌陷。")).toBe("路面塌陷");
    expect(titleOf("三号楼电梯停运三天，老人下不了楼。")).toBe("三号楼电梯停运三天，老人下不了楼");
  });

  it("第一句只说在哪里的，取说是什么事的那一句；只有地点的就是地点", () => {
    expect(titleOf("地点在滨湖街道。路灯不亮已半月。")).toBe("路灯不亮已半月");
    expect(titleOf("接市民来电，地点在青山镇。\n反映：村道塌方，要求抢修。")).toBe("村道塌方，要求抢修");
    expect(titleOf("地点：滨湖街道翠泰小区；来电人反映电梯停运。")).toBe("电梯停运");
    expect(titleOf("地点在滨湖街道，路灯不亮。")).toBe("地点在滨湖街道，路灯不亮");
    expect(titleOf("地点在滨湖街道。")).toBe("地点在滨湖街道");
  });

  it("太长的截断，表情不切成两半；没有内容就没有标题", () => {
    expect(titleOf("路".repeat(31))).toBe(`${"路".repeat(30)}…`);
    expect(titleOf("😀".repeat(31))).toBe(`${"😀".repeat(30)}…`);
    expect([titleOf(null), titleOf("  "), titleOf("反映")]).toEqual([null, null, "反映"]);
  });
});
