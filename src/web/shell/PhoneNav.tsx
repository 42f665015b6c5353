/** 手机底栏 of 承办单位台: where the thumb is; while an order is open its own acts stand there. */
import { Link, useRouterState } from "@tanstack/react-router";
import { useUnread } from "../notice/data.ts";
import { count } from "../ui/number.ts";

interface Stop {
  name: string;
  to: string;
  search: Record<string, string>;
}

const stops: readonly Stop[] = [
  { name: "待办", to: "/unit", search: {} },
  { name: "超期", to: "/unit", search: { queue: "overdue" } },
  { name: "通知", to: "/notices", search: {} },
  { name: "我的", to: "/mine", search: {} },
];

export function PhoneNav() {
  const unread = useUnread();
  const { pathname, search } = useRouterState({ select: ({ location }) => location });
  const { queue } = search as { queue?: string };
  const isHere = ({ to, search: of }: Stop) =>
    pathname.startsWith(to) && (queue === "overdue") === (of.queue === "overdue");
  return (
    <nav className="phone-nav" aria-label="手机底栏">
      <ul>
        {stops.map((stop) => (
          <li key={stop.name}>
            <Link to={stop.to as never} search={stop.search as never} aria-current={isHere(stop) ? "page" : undefined}>
              {stop.name}
              {stop.to === "/notices" && unread && unread !== "0" ? <strong>{count(unread)}</strong> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
