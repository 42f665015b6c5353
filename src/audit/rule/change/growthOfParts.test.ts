import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

const text = (all: string) =>
  `12月共受理信息2000件，同比增长${all}。其中咨询1200件，同比下降4.0%；投诉500件，同比增长25.0%；举报300件，同比持平。`;

const table = (all: string) =>
  [
    "诉求性质  数量  占比  环比",
    "投诉  87  29.0%  -42.0%",
    "举报  10  3.3%  -33.3%",
    "咨询  18  6.0%  -59.1%",
    "其他  185  61.7%  -21.3%",
    `合计  300  100.0%  ${all}`,
  ].join("\n");

describe("总量的变动与各项的变动", () => {
  test("按各项的变动倒推的总数，与总量的变动相符", () => {
    expect(foundIn(text("2.6%"))).toEqual([]);
    expect(foundIn(table("-32.4%"))).toEqual([]);
  });

  test("总量印作增长9.6%，各项倒推只有2.6%", () => {
    expect(foundIn(text("9.6%"))).toEqual(["medium change 9.6% 4.0% 25.0%"]);
  });

  test("合计一行的环比抄了第一行的", () => {
    expect(foundIn(table("-42.0%"))).toEqual(["medium change -42.0% -42.0% -33.3% -59.1% -21.3%"]);
  });

  test("括号里的来源不是变动的主语，率的变动不是件数的", () => {
    expect(
      foundIn(
        "受理1000件，环比减少20.0%，满意率97.1%，环比下降0.3个百分点。其中热线800件（电话700件、短信100件），环比减少20.0%；网络200件，环比减少20.0%。",
      ),
    ).toEqual([]);
  });

  test("逐月的各行一个由一个变来，合计不由它们倒推", () => {
    expect(
      foundIn("月份  受理量  环比\n7月  400  +5.0%\n8月  420  +5.0%\n9月  441  +5.0%\n合计  1261  +8.1%").filter(
        (one) => one.includes("+8.1%"),
      ),
    ).toEqual([]);
  });
});
