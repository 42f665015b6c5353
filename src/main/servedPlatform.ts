import { Refusal, refuse } from "../domain/refusal.ts";
import type { Platform } from "../store/platform.ts";

const namesOf = (all: Platform[]) => all.map(({ name }) => name).join("、");

/**
 * 接口所服务的平台: the one that $REXIAN_PLATFORM names, else the only city; null: there is none yet, or several and none
 * was named, and `say` is told so. Refuses a name that no platform has: another must not be served in its place.
 */
export function servedPlatform(
  all: Platform[],
  name: string | undefined,
  say: (sentence: string) => void,
): Platform | null {
  if (name) {
    const named = all.find((one) => one.name === name);
    if (named) return named;
    const known = all.length > 0 ? `已有的平台：${namesOf(all)}。` : "请先用 rexian platform create 新建。";
    throw new Refusal(refuse("unknownPlatform", `环境变量 REXIAN_PLATFORM 指的平台“${name}”不存在。`, known));
  }
  const cities = all.filter(({ level }) => level === "city");
  const only = cities.length === 1 ? cities : all.length === 1 ? all : [];
  if (only.length === 0)
    say(
      all.length === 0
        ? "还没有热线平台，办理接口没有开放：请用 rexian platform create 新建一个，再重新启动服务。"
        : `数据库里有多个平台（${namesOf(all)}），办理接口没有开放：请用环境变量 REXIAN_PLATFORM 指明其中一个，再重新启动服务。`,
    );
  return only[0] ?? null;
}
