/** 考核: what each platform and each unit scored, as another scorecard would have it, and the scorecard itself. */
import type { Role } from "../../domain/access/role.ts";
import { RuleDesk } from "../admin/RuleDesk.tsx";
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { MonthPart } from "./MonthPart.tsx";
import { WhatIfPart } from "./WhatIfPart.tsx";
import "../admin/admin.css";
import "./score.css";

interface Part {
  key: string;
  name: string;
  /** only theirs */
  roles?: readonly Role[];
  Shown(): React.JSX.Element;
}

const parts: readonly Part[] = [
  { key: "month", name: "得分", Shown: MonthPart },
  { key: "what-if", name: "换一张评分表", Shown: WhatIfPart },
  { key: "card", name: "评分表", roles: ["office"], Shown: () => <RuleDesk kinds={["scorecard", "ranking"]} /> },
];

export default function ScoreDesk() {
  const { role } = useMe();
  const [place, go] = usePlace();
  const mine = parts.filter(({ roles }) => !roles || roles.includes(role));
  const current = mine.find(({ key }) => key === place.part) ?? mine[0]!;
  const leave = Object.fromEntries(Object.keys(place).map((name) => [name, undefined]));
  return (
    <main id="main" className="columns queue admin scores">
      <nav className="panel in queues" aria-label="考核的部分">
        <ul>
          {mine.map(({ key, name }) => (
            <li key={key}>
              <button
                type="button"
                aria-current={key === current.key ? "true" : undefined}
                onClick={() => go({ ...leave, part: key })}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <current.Shown key={current.key} />
    </main>
  );
}
