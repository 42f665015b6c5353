import { expect, it } from "vitest";
import { newCountyReport } from "./county/countyReport.ts";
import { checked } from "./fieldFaults.ts";

const faults = (...given: Parameters<typeof checked>) => {
  const read = checked(...given);
  return "faults" in read ? read.faults : [];
};
const said = (...given: Parameters<typeof checked>) => faults(...given).map(({ message }) => message);

it("填错的各项用中文说，叫得出名称：太大、太小、不是整数、不是数、没有填", () => {
  expect(said(newCountyReport, { offered: 9_999_999_999 })).toEqual(["接听来电：最大 2,147,483,647"]);
  expect(said(newCountyReport, { offered: -1, answered: 1.5 })).toEqual(["接听来电：最小 0", "接通来电：应是整数"]);
  expect(said(newCountyReport, { offered: "１２" })).toEqual(["接听来电：应是数"]);
  expect(said(newCountyReport, { onTime: { numerator: 1 } })).toEqual(["按时办结 ÷ 应办结的分母：没有填"]);
  expect(
    faults(newCountyReport, { offered: 1, days: [{ date: "2022-02-30" }, { date: "2022-09-02", offered: -1 }] }),
  ).toEqual([
    { path: "/days/0/date", message: "逐日明细第 1 项的日期：不是日期，应如 2022-11-03" },
    { path: "/days/1/offered", message: "逐日明细第 2 项的接听来电：最小 0" },
  ]);
  expect(said(newCountyReport, [])).toEqual(["应是一组内容"]);
  expect(said(newCountyReport, undefined)).toEqual(["没有填"]);
});

it("写法自己说得清楚的，照它的话说", () => {
  expect(said(newCountyReport, { days: [] })).toEqual(["至少报一项"]);
});
