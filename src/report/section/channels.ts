import { ranking } from "../phrase/rank.ts";
import { barsBlock, chartRow, paragraph, type Section } from "./section.ts";

/** 诉求来源渠道: the ways in which the accepted requests came. */
export const channels: Section = {
  name: "channels",
  extra: true,
  path: ["接听情况分析", "诉求来源渠道"],
  write: ({ month, further }) => {
    const rows = further?.channels ?? [];
    const items = rows.map(({ channel, count, share }) => ({ name: channel, count, share }));
    if (items.length === 0) return [];
    const most = items.length + 1;
    return [
      paragraph("ranking", ...ranking({ month, of: "来源渠道", items, most, unit: "件", total: "受理诉求总量" })),
      ...barsBlock(
        "诉求来源渠道",
        "件",
        items.flatMap((item) => chartRow(item.name, item.count, "件", item.share)),
      ),
    ];
  },
};
