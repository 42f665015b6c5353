import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendar } from "../../../rulebook/national/calendar.ts";
import { zones } from "../../../test/world/plans.ts";
import { deadline, workCalendar } from "../../domain/calendar/workday.ts";
import { civilDateOf } from "../../domain/calendar/zone.ts";
import { assemble } from "../../domain/rule/inForce.ts";
import { dayOf, dueAfter, timelineOf } from "./timeline.ts";

const working = workCalendar(assemble([calendar]));
const line = (zone: string) => timelineOf(working, zone, "2021-11-01", "2022-12-31");
const instants = fc.integer({ min: Date.parse("2021-12-01T00:00:00Z"), max: Date.parse("2022-10-31T00:00:00Z") });
const limits = fc.record({
  amount: fc.integer({ min: 0, max: 12 }),
  in: fc.constantFrom("workingDays", "calendarDays", "hours"),
});

describe("时间轴", () => {
  it("期限与工作日历算出的一致：任意时刻、时区、时限", () => {
    fc.assert(
      fc.property(instants, zones, limits, (at, zone, limit) => {
        const { instant, provisional } = deadline(working, zone, limit, { instant: at, date: civilDateOf(at, zone) });
        expect(dueAfter(line(zone), limit, at)).toEqual({ dueAt: instant, provisional });
      }),
      { numRuns: 40 },
    );
  });

  it("时刻所在的日子与当地日期一致", () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        const days = line(zone);
        expect(days.dates[dayOf(days, at)]).toBe(civilDateOf(at, zone));
      }),
      { numRuns: 40 },
    );
  });
});
