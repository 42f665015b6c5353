import { pointersOf } from "../../domain/calendar/period.ts";
import { count, num, some } from "../phrase/number.ts";
import { say } from "../phrase/say.ts";
import { paragraph, type Section } from "./section.ts";

/** 重复诉求情况: requests that told a matter again and were merged into it. */
export const repeats: Section = {
  name: "repeats",
  extra: true,
  path: ["接听情况分析", "重复诉求情况"],
  write: ({ month, further }) => {
    if (further === null) return [];
    const { repeats: of } = further;
    if (!some(of.merged)) return [paragraph("merged", `${pointersOf(month).this}没有并入原事项的重复诉求。`)];
    const part = of.share.value === null ? [] : say`，占受理诉求总量的${num(of.share)}`;
    return [
      paragraph("merged", ...say`${pointersOf(month).this}有重复诉求${count(of.merged, "件")}并入原事项办理${part}。`),
    ];
  },
};
