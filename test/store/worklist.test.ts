import { expect, it } from "vitest";
import type { OrderState } from "../../src/domain/order/order.ts";
import { addWorklist, putWorklist } from "../../src/store/worklist.ts";
import { eachDatabase } from "../world/databases.ts";
import { acknowledged } from "../world/orderStory.ts";

const PLATFORM = "yunling";

/** a work order that the unit handed on to that sub-unit */
function handedOn(no: number, subUnit: string): OrderState {
  const { order } = acknowledged();
  const id = `01840000-0000-7000-8000-00000000000${no}`;
  return { ...order, id, request: id, assignments: order.assignments.map((one) => ({ ...one, subUnit })) };
}

eachDatabase((_, open) => {
  it("换了下级单位的工单再多，也只问数据库一次；不再经手的都不在清单里", async () => {
    const db = await open();
    await addWorklist(
      db,
      PLATFORM,
      [1, 2, 3].map((no) => handedOn(no, "s1")),
    );
    const asked: string[] = [];
    const counting = {
      ...db,
      query: ((sql: string, values: never) => {
        asked.push(sql);
        return db.query(sql, values);
      }) as never,
    };
    await putWorklist(counting, PLATFORM, [handedOn(1, "s2"), handedOn(2, "s3"), handedOn(3, "s1")]);
    expect(asked.filter((sql) => sql.startsWith("delete from order_unit"))).toHaveLength(1);
    const rows = await db.query<{ units: string[] }>(
      "select array_agg(unit order by unit) as units from order_unit group by work_order order by work_order",
    );
    expect(rows.map(({ units }) => units)).toEqual([
      ["s2", "u1"],
      ["s3", "u1"],
      ["s1", "u1"],
    ]);
  });
});
