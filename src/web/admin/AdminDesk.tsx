/** 系统管理: what is administered stands on the left; the list and one thing of it beside. */
import { usePlace } from "../shell/place.ts";
import { useMe } from "../shell/session.ts";
import { AccessLog } from "./AccessLog.tsx";
import "./admin.css";
import { HeldMessages } from "./HeldMessages.tsx";
import { Holds } from "./Holds.tsx";
import { Maps } from "./Maps.tsx";
import { People } from "./People.tsx";
import { RuleDesk } from "./RuleDesk.tsx";

interface Part {
  key: string;
  name: string;
  /** only the administrator's */
  own?: boolean;
  Shown(): React.JSX.Element;
}

const parts: readonly Part[] = [
  { key: "people", name: "人员账号", own: true, Shown: People },
  { key: "units", name: "承办单位", Shown: () => <RuleDesk kinds={["unit", "unitGroup"]} /> },
  {
    key: "categories",
    name: "诉求分类",
    Shown: () => <RuleDesk kinds={["category", "requestType", "alias", "civilized", "hotEvent"]} />,
  },
  { key: "places", name: "地区", Shown: () => <RuleDesk kinds={["place", "county"]} /> },
  { key: "map", name: "标准地图", Shown: Maps },
  { key: "directory", name: "派单目录", Shown: () => <RuleDesk kinds={["directory"]} /> },
  { key: "calendar", name: "工作日历", Shown: () => <RuleDesk kinds={["calendarYear"]} /> },
  {
    key: "rules",
    name: "规则",
    Shown: () => (
      <RuleDesk
        kinds={[
          ...(["limit", "threshold", "satisfaction", "answerWithin", "followUpMode", "retention"] as const),
          ...(["scorecard", "ranking", "listLength", "report", "wording"] as const),
        ]}
      />
    ),
  },
  { key: "holds", name: "法定保留", Shown: Holds },
  { key: "messages", name: "扣住的短信", own: true, Shown: HeldMessages },
  { key: "log", name: "访问日志", Shown: AccessLog },
];

export default function AdminDesk() {
  const { role } = useMe();
  const [place, go] = usePlace();
  const mine = parts.filter(({ own }) => !own || role === "administrator");
  const current = mine.find(({ key }) => key === place.part) ?? mine[0]!;
  const leave = Object.fromEntries(Object.keys(place).map((name) => [name, undefined]));
  return (
    <main id="main" className="columns queue admin">
      <nav className="panel in queues" aria-label="管理什么">
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
