/** 顶栏和下面的一页. */
import { Link, Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import { useEffect, useState, useSyncExternalStore } from "react";
import { isTold } from "../../domain/notice/notice.ts";
import { useUnread } from "../notice/data.ts";
import { count } from "../ui/number.ts";
import { dayInFull } from "../ui/when.ts";
import { retries } from "./ask.ts";
import { clockAhead, serverNow } from "./clock.ts";
import { KeyList } from "./KeyList.tsx";
import { useKeys } from "./keys.ts";
import { useLeave } from "./leave.ts";
import { useConnection, useLive } from "./live.ts";
import { NotYours } from "./NotYours.tsx";
import { PhoneNav } from "./PhoneNav.tsx";
import { type Session, useMe } from "./session.ts";
import { useChoose, useScheme } from "./settings.ts";
import { ofOthers, workplacesOf } from "./workplaces.ts";

const SLOW_CLOCK = 2 * 60_000;

/** how far this machine's clock is from the hotline's: a demonstration has its own */
function clockWords(me: Session): string | null {
  const ahead = clockAhead();
  if (Math.abs(ahead) < SLOW_CLOCK) return null;
  if (me.demonstration) return `演示里是 ${dayInFull(serverNow(), me.platform.zone)}`;
  return `以服务器时间为准，本机${ahead > 0 ? "快" : "慢"} ${Math.round(Math.abs(ahead) / 60_000)} 分钟`;
}

/** 连接、重试和时钟: said only when something is other than one would think. */
function Signs({ me }: { me: Session }) {
  const connection = useConnection();
  const words = clockWords(me);
  const retry = useSyncExternalStore(retries.watch, retries.now);
  return (
    <span role="status">
      {retry > 0 ? <span className="tag amber">没有连上服务器，您填的都在，正在第 {retry} 次重试。</span> : null}
      {connection === "off" ? <span className="tag amber">正在重连，别人的变动暂时看不到</span> : null}
      {words ? <span className={`tag ${me.demonstration ? "plum" : "amber"}`}>{words}</span> : null}
    </span>
  );
}

/** 通知, with how many nobody has read */
function Told() {
  const unread = useUnread();
  return (
    <Link className="told-me" to={"/notices" as never}>
      通知
      {unread && unread !== "0" ? <strong className="tag blue">{count(unread)} 条未读</strong> : null}
    </Link>
  );
}

function Person({ me, keys }: { me: Session; keys(): void }) {
  const scheme = useScheme();
  const { choose } = useChoose();
  const leave = useLeave();
  const navigate = useNavigate();
  const items = [
    { key: "scheme", label: scheme === "dark" ? "换成亮色" : "换成暗色" },
    { key: "mine", label: "我的设置" },
    { key: "keys", label: "本页的快捷键" },
    { key: "leave", label: "退出登录" },
  ];
  const does: Record<string, () => void> = {
    scheme: () => choose({ scheme: scheme === "dark" ? "light" : "dark" }),
    mine: () => navigate({ to: "/mine" as never }),
    keys,
    leave,
  };
  return (
    <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => does[key]?.() }}>
      <Button type="text">
        <strong>{me.name}</strong>
        <span className="second">{me.unitName ?? me.roleName}</span>
      </Button>
    </Dropdown>
  );
}

export function Frame() {
  const me = useMe();
  const [listing, setListing] = useState(false);
  const at = useRouterState({ select: ({ location }) => location.pathname });
  useLive(me.number);
  useKeys([{ press: "F1", does: "本页的快捷键", act: () => setListing(true) }]);
  const places = workplacesOf(me.role);
  const here = places.find(({ path }) => at.startsWith(path));
  const others = ofOthers(me.role, at);
  useEffect(() => {
    document.title = `${here?.name ?? "热线"} · ${me.platform.name}`;
  }, [here, me]);
  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="top">
        <Link className="brand" to={"/" as never}>
          <img src="/icon.svg" alt="" width="20" height="20" />
          热线
        </Link>
        <span className="second">{me.platform.name}</span>
        {me.demonstration ? <span className="tag plum">演示</span> : null}
        <nav aria-label="工作台">
          <ul>
            {places.map(({ path, name }) => (
              <li key={path}>
                <Link to={path as never} aria-current={path === here?.path ? "page" : undefined}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <span className="rest">
          <Signs me={me} />
          {isTold(me.role) ? <Told /> : null}
          <Person me={me} keys={() => setListing(true)} />
        </span>
      </header>
      {others ? <NotYours place={others} places={places} /> : <Outlet />}
      {me.role === "liaison" ? <PhoneNav /> : null}
      <KeyList open={listing} close={() => setListing(false)} />
    </>
  );
}
