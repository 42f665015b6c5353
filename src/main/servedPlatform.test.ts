import { describe, expect, it } from "vitest";
import type { Platform } from "../store/platform.ts";
import { servedPlatform } from "./servedPlatform.ts";

const platform = (name: string, level: Platform["level"] = "city"): Platform => ({
  ...{ platform: name, name, level, zone: "Asia/Shanghai", origin: "live", books: [] },
});
const [cloud, river, county] = [platform("云岭市"), platform("江口市"), platform("白石县", "county")];

/** which one is served, and what is said */
function served(all: Platform[], name?: string) {
  const said: string[] = [];
  return [servedPlatform(all, name, (sentence) => said.push(sentence))?.name ?? null, ...said];
}

describe("服务哪个平台", () => {
  it("只有一个市级平台就是它，县级的不算在内；只有一个县级平台也可以", () => {
    expect(served([county, cloud])).toEqual(["云岭市"]);
    expect(served([county])).toEqual(["白石县"]);
  });

  it("REXIAN_PLATFORM 指明哪个就是哪个，市级县级都行", () => {
    expect(served([cloud, river, county], "江口市")).toEqual(["江口市"]);
    expect(served([cloud, river, county], "白石县")).toEqual(["白石县"]);
  });

  it("有好几个又没指明：不猜，说清有哪些、怎么指明", () => {
    expect(served([cloud, river])).toEqual([null, expect.stringMatching(/云岭市、江口市.*REXIAN_PLATFORM/)]);
  });

  it("一个都没有：说怎么新建", () => {
    expect(served([])).toEqual([null, expect.stringContaining("rexian platform create")]);
  });

  it("指的平台不存在：拒绝，不拿别的代替", () => {
    expect(() => served([cloud], "江口市")).toThrow("REXIAN_PLATFORM 指的平台“江口市”不存在。已有的平台：云岭市。");
    expect(() => served([], "江口市")).toThrow("platform create");
  });
});
