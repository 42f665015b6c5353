import fc from "fast-check";
import { expect, test } from "vitest";
import type { CountyDay } from "./county.ts";
import { findingsIn, type Inspecting } from "./findings.ts";
import type { Delivered } from "./items.ts";

const whole: Delivered = {
  ...{ offered: 400, answered: 390, firstContact: { numerator: 280, denominator: 380 } },
  ...{ onTime: { numerator: 99, denominator: 100 }, followUp: { numerator: 90, denominator: 95 } },
  satisfaction: { numerator: 70, denominator: 80 },
};
const calendar = ["2022-09-01", "2022-09-02", "2022-09-03"];
const base: Inspecting = {
  ...{ delivered: whole, days: [], calendar, before: null, late: null, handedOver: 0 },
  jump: { percent: 50, points: 20 },
};
const sentences = (change: Partial<Inspecting>) => findingsIn({ ...base, ...change }).map(({ sentence }) => sentence);
const withFigures = (figures: Partial<Delivered>) => sentences({ delivered: { ...whole, ...figures } });

test("对得上的月报什么也查不出来", () => {
  expect(sentences({})).toEqual([]);
  expect(sentences({ before: { ...whole, offered: 390 } })).toEqual([]);
  expect(sentences({ handedOver: 380 })).toEqual([]);
});

test("分子大于分母、没有报的、评价多于回访的，各说各的", () => {
  expect(withFigures({ onTime: { numerator: 101, denominator: 100 } })).toEqual([
    "按时办结率里按时办结 101 多于应办结 100。",
  ]);
  expect(withFigures({ offered: null, satisfaction: null })).toEqual(["没有报接听来电、满意率。"]);
  expect(withFigures({ satisfaction: { numerator: 70, denominator: 91 } })).toEqual(["参评 91 多于已回访 90。"]);
  expect(withFigures({ onTime: { numerator: 1, denominator: 0 } })).toHaveLength(1);
});

test("与上月全同是重复；没有上月的数、除数为零都不说变动", () => {
  expect(sentences({ before: whole })).toEqual(["全部数字与上个月所报的相同。"]);
  const nothing: Delivered = {
    ...{ offered: null, answered: null, firstContact: null, onTime: null, followUp: null, satisfaction: null },
  };
  expect(sentences({ before: nothing })).toEqual([]);
  expect(sentences({ before: { ...whole, offered: 0, answered: 0 } })).toEqual([]);
});

const counts = fc.record({ offered: fc.nat(500), missed: fc.nat(50), accepted: fc.nat(300), passed: fc.nat(200) });
const month = fc.array(counts, { minLength: calendar.length, maxLength: calendar.length }).map((all) =>
  all.map(
    ({ offered, missed, accepted, passed }, at): CountyDay => ({
      ...{ date: calendar[at]!, offered: offered + missed, answered: offered },
      ...{ accepted: accepted + passed, firstContact: accepted },
    }),
  ),
);
const total = (days: readonly CountyDay[], key: "offered" | "answered" | "accepted" | "firstContact") =>
  days.reduce((sum, day) => sum + day[key]!, 0);

test("逐日加起来就是合计的，没有合计不符；任何一个合计差一，只查出这一个", () => {
  fc.assert(
    fc.property(month, fc.constantFrom("offered", "accepted"), (days, key) => {
      const [offered, answered] = [total(days, "offered"), total(days, "answered")];
      const firstContact = { numerator: total(days, "firstContact"), denominator: total(days, "accepted") };
      const delivered = { ...whole, offered, answered, firstContact, onTime: null };
      const sums = (of: Delivered) => findingsIn({ ...base, delivered: of, days }).filter(({ kind }) => kind === "sum");
      expect(sums(delivered)).toEqual([]);
      const off =
        key === "offered"
          ? { ...delivered, offered: offered + 1 }
          : { ...delivered, firstContact: { ...firstContact, denominator: firstContact.denominator + 1 } };
      expect(sums(off)).toHaveLength(1);
      expect(sums(off)[0]!.sentence).toContain("差 1。");
    }),
  );
});
