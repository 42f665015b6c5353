import type { FastifyRequest } from "fastify";
import { describe, expect, test } from "vitest";
import { foreignChange, isLocal, isPlain } from "./origin.ts";

type Given = Partial<Record<string, string>>;
const change = (headers: Given, cookie = false, method = "POST") =>
  foreignChange({
    ...{ method, headers, host: "hotline.example:8443" },
    cookies: cookie ? { rexian_session: "x" } : {},
  } as unknown as FastifyRequest)?.refused ?? null;

describe("改动从哪里来", () => {
  test.each<[string, Given, boolean, string | null]>([
    ["本系统的页面", { origin: "https://hotline.example:8443" }, true, null],
    ["浏览器说是同源", { "sec-fetch-site": "same-origin", origin: "null" }, true, null],
    ["别的网站", { origin: "https://evil.example" }, true, "otherOrigin"],
    ["同名不同端口", { origin: "https://hotline.example" }, true, "otherOrigin"],
    ["隐去来源的页面", { origin: "null" }, true, "otherOrigin"],
    ["同一注册域名的另一个站", { "sec-fetch-site": "same-site" }, true, "otherOrigin"],
    ["别的网站，还没有登录", { origin: "https://evil.example" }, false, "otherOrigin"],
    ["带着 cookie 却不说来源", {}, true, "otherOrigin"],
    ["程序，自带凭证", { authorization: "Bearer x" }, true, null],
    ["程序来登录", {}, false, null],
  ])("%s", (_, headers, cookie, refused) => {
    expect(change(headers, cookie)).toBe(refused);
    expect(change(headers, cookie, "GET")).toBeNull();
  });
});

test("没有加密的页面，除非就在本机", () => {
  expect(["http://10.0.0.5:12345", "http://hotline.example"].map(isPlain)).toEqual([true, true]);
  expect(["https://10.0.0.5", "http://127.0.0.1:12345", "http://localhost", "null", undefined].map(isPlain)).toEqual([
    ...[false, false, false, false, false],
  ]);
});

test("本机：从本机、用本机的名字、不经代理", () => {
  const local = (ip: string, hostname: string, headers: Given = {}, behindProxy = false) =>
    isLocal({ ip, hostname, headers } as unknown as FastifyRequest, behindProxy);
  expect([local("127.0.0.1", "localhost"), local("::1", "::1"), local("::ffff:127.0.0.1", "127.0.0.1")]).toEqual([
    ...[true, true, true],
  ]);
  expect(local("127.0.0.1", "localhost", { origin: "http://localhost:12345" })).toBe(true);
  expect(local("192.168.1.7", "127.0.0.1")).toBe(false);
  expect(local("127.0.0.1", "evil.example")).toBe(false);
  for (const name of ["x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via", "cf-connecting-ip"])
    expect([name, local("127.0.0.1", "localhost", { [name]: "8.8.8.8" })]).toEqual([name, false]);
});

test("本机：页面的来源说的是别处，或者前面有代理，就不是", () => {
  const at = { ip: "127.0.0.1", hostname: "127.0.0.1" };
  const local = (headers: Given, behindProxy: boolean) =>
    isLocal({ ...at, headers } as unknown as FastifyRequest, behindProxy);
  expect(local({ origin: "https://hotline.example" }, false)).toBe(false);
  expect(local({ origin: "null" }, false)).toBe(false);
  expect(local({}, true)).toBe(false);
});
