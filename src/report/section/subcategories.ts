import { listLength } from "../../domain/measure/setting.ts";
import { ranking } from "../phrase/rank.ts";
import { barsBlock, chartRow, paragraph, type Section } from "./section.ts";

/** 诉求小类情况: the ten largest subcategories. */
export const subcategories: Section = {
  name: "subcategories",
  path: ["接听情况分析", "诉求热点情况", "诉求小类情况"],
  write: (facts) => {
    const items = facts.figures.topSubcategories.map(({ subcategory, count }) => ({ name: subcategory, count }));
    return [
      paragraph(
        "ranking",
        ...ranking({
          month: facts.month,
          of: "诉求小类",
          items,
          most: listLength(facts, "topSubcategories"),
          unit: "件",
          total: "受理诉求总量",
        }),
      ),
      ...barsBlock(
        "诉求热点（小类）",
        "件",
        items.flatMap((item) => chartRow(item.name, item.count, "件")),
      ),
    ];
  },
};
