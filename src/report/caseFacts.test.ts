import { describe, expect, test } from "vitest";
import type { EventData, EventKind, LedgerEvent } from "../domain/ledger/event.ts";
import { type CaseNames, caseFacts } from "./caseFacts.ts";
import { plain } from "./phrase/say.ts";
import { complaint, trail, turns } from "./phrase/trail.ts";
import { surnameOnly } from "./surname.ts";

const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`);
const event = <K extends EventKind>(kind: K, day: string, data: Partial<EventData[K]>): LedgerEvent =>
  ({ subject: "order", id: "o", version: 1, kind, at: at(day), by: "system", data }) as unknown as LedgerEvent;

const names: CaseNames = {
  unit: (code) => ({ a: "市住建局", b: "城投集团" })[code] ?? code,
  category: () => "房屋征收",
  place: () => "柳岸街道",
  day: (instant) => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10),
};

const record = {
  contactName: "向东来",
  texts: new Map([
    ["t1", "向东来反映购房奖励未发放，电话138 0013 8000。"],
    ["t2", "不属于本单位职责。"],
    ["t3", "应由住建部门办理"],
  ]),
  events: [
    event("requestAccepted", "2022-10-13", { category: "c", place: "p", text: "t1" } as never),
    event("orderDispatched", "2022-10-14", { assignment: 1, role: "lead", unit: "a", topic: null, category: "c" }),
    event("orderAcknowledged", "2022-10-17", { assignment: 1, dueAt: at("2022-10-24") }),
    event("returnRequested", "2022-11-09", { returnNo: 1, assignment: 1, late: true, text: "t2" }),
    event("returnAccepted", "2022-11-10", { returnNo: 1, text: null }),
    event("orderDispatched", "2022-11-10", { assignment: 2, role: "lead", unit: "b", topic: null, category: "c" }),
    event("orderAcknowledged", "2022-11-10", { assignment: 2, dueAt: at("2022-11-17") }),
    event("returnRequested", "2022-11-15", { returnNo: 2, assignment: 2, late: true, text: "t3" }),
    event("returnRejected", "2022-11-16", { returnNo: 2, text: null }),
    event("orderResolved", "2022-11-18", { assignment: 2, solved: true, publicText: null }),
  ],
};

describe("案例", () => {
  const facts = caseFacts(record, names)!;
  test("只留姓氏，隐去号码", () => {
    expect(facts.citizen).toBe("向某");
    expect(plain(complaint(facts, "2022-11"))).toBe(
      "10月13日，市民向某反映柳岸街道房屋征收方面的问题：“向某反映购房奖励未发放，电话（电话略）”。",
    );
  });
  test("经过由事件写成，超期的退单和反馈都说明", () =>
    expect(plain(trail(facts, "2022-11"))).toBe(
      "10月14日，派发至市住建局；11月9日，市住建局申请退单，超过规定期限，理由是“不属于本单位职责”；11月10日，热线办同意退单；派发至城投集团；11月15日，城投集团申请退单，超过规定期限，理由是“应由住建部门办理”；11月16日，热线办驳回退单；11月18日，城投集团超期办结反馈。",
    ));
  test("住在哪里、在哪里上班、几栋几号，谁写的都不印；事情在哪条路照印", () => {
    const texts = new Map([
      ["t1", "家在翠泰小区，单位在友谊中路124号，反映建设路的路灯不亮，姓名：仝大山。"],
      ["t2", "诉求人住和平路12号3栋201，不属于本单位职责。"],
      ["t3", "22栋2单元门口由住建部门办理"],
    ]);
    const dispatched = event("orderDispatched", "2022-10-14", {
      ...{ assignment: 1, role: "lead", unit: "a", topic: "翠泰小区3栋路灯", category: "c" },
    });
    const events = record.events.map((one) => (one === record.events[1] ? dispatched : one));
    const told = caseFacts({ ...record, texts, events }, names)!;
    const printed = `${plain(complaint(told, "2022-11"))}${plain(trail(told, "2022-11"))}`;
    expect(printed).toContain(
      "翠泰小区（门牌略）路灯方面的问题：“家在（住址略），单位在（单位略），反映建设路的路灯不亮，姓名：某某”",
    );
    expect(printed).toContain("理由是“诉求人住（住址略），不属于本单位职责”");
    expect(printed).toContain("理由是“（门牌略）门口由住建部门办理”");
  });
  test("流转小结", () =>
    expect(plain(turns(facts.trail))).toBe("该工单共派发2次，申请退单2次，均超过规定期限，自首次派发历时35天。"));
  test("只退过一次的不说“均”", () =>
    expect(plain(turns(facts.trail.slice(0, 3)))).toBe(
      "该工单共派发1次，申请退单1次，超过规定期限，自首次派发历时26天。",
    ));
  test("没有退单的不作小结", () => expect(turns(facts.trail.slice(0, 2))).toEqual([]));
  test("没有受理事件的不成案例", () =>
    expect(caseFacts({ ...record, events: record.events.slice(1) }, names)).toBeNull());
});

test.each([
  ["彭先生", "彭先生"],
  ["彭志强", "彭某"],
  ["欧阳明", "欧阳某"],
  ["欧阳女士", "欧阳女士"],
  ["𠮷田", "𠮷某"],
  ["John Smith", "某市民"],
  ["", "某市民"],
  ["先生", "某市民"],
])("姓名 %s 印作 %s", (name, text) => expect(surnameOnly(name)).toBe(text));
