import { listLength } from "../../domain/measure/setting.ts";
import { categoryName } from "../phrase/number.ts";
import { ranking } from "../phrase/rank.ts";
import { barsBlock, chartRow, paragraph, type Section } from "./section.ts";

/** 诉求大类情况: the five largest categories with their shares of the accepted requests. */
export const categories: Section = {
  name: "categories",
  path: ["接听情况分析", "诉求热点情况", "诉求大类情况"],
  write: (facts) => {
    const items = facts.figures.topCategories.map(({ category, count, share }) => ({
      name: categoryName(category),
      count,
      share,
    }));
    return [
      paragraph(
        "ranking",
        ...ranking({
          month: facts.month,
          of: "诉求大类",
          items,
          most: listLength(facts, "topCategories"),
          unit: "件",
          total: "受理诉求总量",
        }),
      ),
      ...barsBlock(
        "诉求热点（大类）",
        "件",
        items.flatMap((item) => chartRow(item.name, item.count, "件", item.share)),
      ),
    ];
  },
};
