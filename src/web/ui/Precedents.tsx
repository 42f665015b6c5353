/** 先例: what became of the like of a matter, for whoever takes it down and whoever sends it out. */
import type { z } from "zod";
import type { proposedUnit } from "../../contract/request/proposal.ts";
import { useMe } from "../shell/session.ts";
import { count } from "./number.ts";
import { dayOf } from "./when.ts";

/** so many tell who usually has them */
const SHOWN = 4;

export function Precedents({
  of: { since, areaName, orders, units },
}: {
  of: z.output<typeof proposedUnit>["precedents"];
}) {
  const { platform } = useMe();
  const where = `${areaName ?? "全市"}同类，${dayOf(since, platform.zone)}以来`;
  if (orders === 0) return <p className="second">{where}没有派过。</p>;
  const each = units
    .slice(0, SHOWN)
    .map(({ unitName, orders: own, returned }) => `${unitName} ${count(own)} 次，退单 ${count(returned)} 次`);
  return (
    <p>
      <span className="second">
        {where}派过 {count(orders)} 次：
      </span>
      {each.join("；")}
      {units.length > SHOWN ? <span className="meta">　另 {units.length - SHOWN} 个单位</span> : null}
    </p>
  );
}
