import { demonstrationView } from "../../contract/access/session.ts";
import { allInForce } from "../../domain/rule/inForce.ts";
import { operation } from "../operation.ts";

/** 演示里能以谁登录: the units whose liaison one may be, the counties; null: this is no demonstration, or not on its own machine. */
export const readDemonstration = operation({
  id: "readDemonstration",
  method: "GET",
  path: "/session/demonstration",
  summary: "演示里能以哪些承办单位、县级平台登录；不是演示的为 null",
  tag: "登录",
  permit: "everyone",
  answer: demonstrationView,
  handle: async (_, { demonstration, local, rules, at }) => {
    if (!demonstration || !local) return null;
    const { rulebook, dateOf } = await rules();
    const units = allInForce(rulebook, "unit", dateOf(at)).filter(({ value }) => !value.retired);
    const counties = allInForce(rulebook, "county", dateOf(at));
    return {
      units: units.map(({ key, value }) => ({ code: key, name: value.name })),
      counties: counties.flatMap(({ value: { name, unit } }) => (unit ? [{ code: unit, name }] : [])),
    };
  },
});
