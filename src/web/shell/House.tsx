/** 屋子: theme, addresses and the top bar around every workplace; fetched after the sign-in. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  RouterProvider,
} from "@tanstack/react-router";
import { App, ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import { useSyncExternalStore } from "react";
import { themeOf } from "../ui/theme.ts";
import { Broken } from "./Broken.tsx";
import { Frame } from "./Frame.tsx";
import { NoSuchPage } from "./NoSuchPage.tsx";
import { useMe } from "./session.ts";
import { useOwnSettings, useScheme, useSettings } from "./settings.ts";
import { sheets, workplaces, workplacesOf } from "./workplaces.ts";

function Home() {
  const first = workplacesOf(useMe().role)[0];
  return first ? <Navigate to={first.path as never} replace /> : <NoSuchPage says="您的角色在这里没有工作台。" />;
}

const root = createRootRoute({ component: Frame, notFoundComponent: () => <NoSuchPage says="没有这一页。" /> });
const home = createRoute({ getParentRoute: () => root, path: "/", component: Home });
const pages = [...workplaces, ...sheets].map(({ path, load }) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) }),
);
const asWords = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search));
const router = createRouter({
  routeTree: root.addChildren([home, ...pages]),
  basepath: "/desk",
  defaultErrorComponent: Broken,
  // plain words in the address, as people read and send them
  parseSearch: asWords,
  stringifySearch: (search) => {
    const text = String(new URLSearchParams(search as Record<string, string>));
    return text === "" ? "" : `?${text}`;
  },
});

const still = matchMedia("(prefers-reduced-motion: reduce)");
const watchStill = (tell: () => void) => {
  still.addEventListener("change", tell);
  return () => still.removeEventListener("change", tell);
};

export default function House() {
  useOwnSettings();
  const { textSize } = useSettings();
  const scheme = useScheme();
  const quiet = useSyncExternalStore(watchStill, () => still.matches);
  return (
    <ConfigProvider locale={zhCN} theme={themeOf(scheme, textSize, quiet)} button={{ autoInsertSpace: false }}>
      <App>
        <RouterProvider router={router} />
      </App>
    </ConfigProvider>
  );
}
