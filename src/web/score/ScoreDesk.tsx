/** 考核: what each platform and each unit scored, as another scorecard would have it, and the scorecard itself. */
import type { Role } from "../../domain/access/role.ts";
import { RuleDesk } from "../admin/RuleDesk.tsx";
import { useMe } from "../shell/session.ts";
import { type Part, Parts } from "../ui/Parts.tsx";
import { MonthPart } from "./MonthPart.tsx";
import { WhatIfPart } from "./WhatIfPart.tsx";
import "../admin/admin.css";
import "./score.css";

interface ScorePart extends Part {
  /** only theirs */
  roles?: readonly Role[];
}

const parts: readonly ScorePart[] = [
  { key: "month", name: "得分", Shown: MonthPart },
  { key: "what-if", name: "换一张评分表", Shown: WhatIfPart },
  { key: "card", name: "评分表", roles: ["office"], Shown: () => <RuleDesk kinds={["scorecard", "ranking"]} /> },
];

export default function ScoreDesk() {
  const { role } = useMe();
  const mine = parts.filter(({ roles }) => !roles || roles.includes(role));
  return <Parts label="考核的部分" className="columns queue admin scores" parts={mine} />;
}
