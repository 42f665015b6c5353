/** 系统管理: what is administered stands on the left; the list and one thing of it beside. */
import { useMe } from "../shell/session.ts";
import { type Part, Parts } from "../ui/Parts.tsx";
import { AccessLog } from "./AccessLog.tsx";
import "./admin.css";
import { HeldMessages } from "./HeldMessages.tsx";
import { Holds } from "./Holds.tsx";
import { Maps } from "./Maps.tsx";
import { People } from "./People.tsx";
import { RuleDesk } from "./RuleDesk.tsx";

interface AdminPart extends Part {
  /** only the administrator's */
  own?: boolean;
}

const parts: readonly AdminPart[] = [
  { key: "people", name: "人员账号", own: true, Shown: People },
  { key: "units", name: "承办单位", Shown: () => <RuleDesk kinds={["unit", "unitGroup"]} /> },
  {
    key: "categories",
    name: "诉求分类",
    Shown: () => <RuleDesk kinds={["category", "requestType", "alias", "civilized", "business", "hotEvent"]} />,
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
  const mine = parts.filter(({ own }) => !own || role === "administrator");
  return <Parts label="管理什么" className="columns queue admin" parts={mine} />;
}
