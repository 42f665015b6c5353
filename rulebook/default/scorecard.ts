import { scorecard as hunan } from "../hunan/scorecard.ts";

/** 综合排名（通用）: where a platform has no scorecard of its own, the only published one is taken over as an assumption. */
export const scorecard = hunan.map((row) => ({ ...row, source: `暂用湖南的评分表：${row.source}`, assumption: true }));
