import { describe, expect, it } from "vitest";
import { readFigures } from "./read.ts";

const base = { platform: "某市", period: "2022-11" };
const sentence = (value: unknown) => {
  const read = readFigures(value);
  return "refused" in read ? read.sentence : "";
};

describe("读数字文件", () => {
  it("只有平台和月份也能读", () => {
    expect(readFigures(base)).toEqual({ file: base, ignored: [] });
  });

  it.each([
    ["不是一组数据", 3, "文件 应为一组数据"],
    ["空", null, "却是 null"],
    ["缺平台", { period: "2022-11" }, "缺少 platform"],
    ["月份不存在", { ...base, period: "2022-13" }, "period"],
    ["负数", { ...base, calls: { offered: -1 } }, "calls.offered"],
    ["不是整数", { ...base, calls: { offered: 1.5 } }, "calls.offered"],
    ["太大", { ...base, calls: { offered: 1e15 } }, "calls.offered"],
    ["不是数", { ...base, calls: { offered: Number.NaN } }, "calls.offered"],
    ["是文字", { ...base, calls: { offered: "56405" } }, "calls.offered"],
    ["三位小数", { ...base, calls: { answerRate: 89.111 } }, "calls.answerRate"],
    ["超过100%", { ...base, calls: { answerRate: 100.01 } }, "calls.answerRate"],
    ["清单写成对象", { ...base, topCategories: {} }, "topCategories 应为清单"],
    ["清单里有空", { ...base, topCategories: [null] }, "topCategories[0] 不能是 null"],
    ["名称是数", { ...base, topCategories: [{ category: 1 }] }, "topCategories[0].category"],
    ["日期不存在", { ...base, leaderDay: { date: "2022-11-31" } }, "leaderDay.date"],
    ["名称里有空字符", { ...base, bulkReturn: { unit: "甲\u0000" } }, "bulkReturn.unit"],
    ["截点不认识", { ...base, appendix1: { cutoff: "accepted" } }, "appendix1.cutoff"],
    [
      "同一张榜上同名两次",
      {
        ...base,
        topSubcategories: [{ subcategory: "物业管理" }, { subcategory: "供水" }, { subcategory: "物业管理" }],
      },
      "topSubcategories[2] 的“物业管理”与 topSubcategories[0] 重复",
    ],
    [
      "别名与本名都在榜上",
      {
        ...base,
        topSubcategories: [{ subcategory: "物业管理" }, { subcategory: "物业" }],
        categories: { aliases: { 物业: "物业管理" } },
      },
      "topSubcategories[1] 的“物业”（即“物业管理”）与 topSubcategories[0] 重复",
    ],
    [
      "一个单位在附件1的两组里",
      {
        ...base,
        appendix1: { groups: [{ rows: [{ unit: "甲局" }] }, { rows: [{ unit: "乙局" }, { unit: "甲局" }] }] },
      },
      "appendix1.groups[1].rows[1] 的“甲局”与 appendix1.groups[0].rows[0] 重复",
    ],
    ["月份太晚", { ...base, period: "9999-12" }, "period 应早于"],
    [
      "退回的工单派发在本月之后",
      { ...base, bulkReturn: { openSince: "2022-12" } },
      "bulkReturn.openSince 不能晚于 period",
    ],
    [
      "领导接听日不在本月",
      { ...base, leaderDay: { date: "2022-12-02", calls: 5 } },
      "leaderDay.date 不在 2022-11 之内",
    ],
    [
      "榜单比任何报告都长",
      { ...base, topCategories: Array.from({ length: 301 }, (_, at) => ({ category: `类${at}` })) },
      "topCategories 有301项，最多300项",
    ],
    [
      "一组里一万个单位",
      { ...base, appendix1: { groups: [{ rows: Array.from({ length: 10_000 }, (_, at) => ({ unit: `局${at}` })) }] } },
      "appendix1.groups[0].rows 有10000项，最多2000项",
    ],
    [
      "各组合起来的单位比任何城市都多",
      {
        ...base,
        appendix1: {
          groups: [0, 1].map((group) => {
            return { rows: Array.from({ length: 1001 }, (_, at) => ({ unit: `${group}组${at}局` })) };
          }),
        },
      },
      "appendix1 各组共有2002行，最多2000行",
    ],
    ["没有一个认得的数字", { ...base, 来电: 3 }, "没有一个认得的数字，只有 来电"],
    [
      "率与得分不是两个数",
      { ...base, appendix2: { rows: [{ five: { answer: [1, 2, 3] } }] } },
      "appendix2.rows[0].five.answer",
    ],
  ])("拒绝并指出位置：%s", (_, value, expected) => {
    expect(sentence(value)).toContain(expected);
  });

  it("一次指出所有看不懂的地方", () => {
    const said = sentence({ ...base, calls: { offered: -1, answerRate: 101 }, requests: { accepted: "多" } });
    for (const path of ["calls.offered", "calls.answerRate", "requests.accepted"]) expect(said).toContain(path);
  });

  it("不认识的键指名后放过，原型上的名字也是", () => {
    const value = JSON.parse(
      '{"platform":"某市","period":"2022-11","__proto__":{"a":1},"toString":1,"calls":{"其他":1}}',
    );
    const read = readFigures(value);
    expect("ignored" in read && read.ignored.sort()).toEqual(["__proto__", "calls.其他", "toString"]);
  });

  it("没有值的比率为空；没有的事件为空；没有发布的件数和其余的空当作没写", () => {
    const read = readFigures({ ...base, calls: { offered: null, answerRate: null }, hotEvent: null, categories: null });
    expect(read).toEqual({
      file: { ...base, calls: { offered: undefined, answerRate: null }, hotEvent: null, categories: undefined },
      ignored: [],
    });
  });
});
