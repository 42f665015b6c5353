/** 来源: whether a page of ours asks, or another site through the browser of somebody who is signed in. */
import type { FastifyRequest } from "fastify";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { hasCookie } from "./cookie.ts";

type Asking = Pick<FastifyRequest, "method" | "headers" | "host" | "cookies">;

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
const hostnameOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).hostname : "");

function isForeign({ headers, host, cookies }: Asking): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin";
  if (headers.origin !== undefined) return hostOf(headers.origin) !== host;
  // every browser says where a change comes from; a program that says nothing must bring its token itself
  return hasCookie(cookies) && headers.authorization === undefined;
}

/** 来自别处的改动 is refused; null: ours, or nothing is changed. */
export const foreignChange = (request: Asking): Refused | null =>
  ["GET", "HEAD"].includes(request.method) || !isForeign(request)
    ? null
    : refuse("otherOrigin", "这个请求不是从本系统的页面发出的。", "请在本系统的页面上操作。");

/** 没有加密: a page that came by plain HTTP from another machine; its browser would drop the session's cookie. */
export function isPlain(origin: string | undefined): boolean {
  const url = origin !== undefined && URL.canParse(origin) ? new URL(origin) : null;
  return url?.protocol === "http:" && !isLoopbackHost(url.hostname);
}

const loopbackHosts = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);
const loopbackAddress = /^(::ffff:)?127\.|^::1$/;

/** 是否本机的名字: the host that was asked for is this machine by its own name. */
export const isLoopbackHost = (hostname: string): boolean => loopbackHosts.has(hostname);

/** what proxies add; whoever brings one of these has not come straight from this machine */
const forwarding =
  /^(x-forwarded-.*|x-real-ip|x-client-ip|x-original-.*|forwarded|via|true-client-ip|cf-connecting-ip)$/;

/**
 * 是否从本机来: to this machine's own name, from it, through no proxy. Where a proxy stands before the server (`behindProxy`),
 * nobody is: a proxy on the same machine may hide where its visitors come from.
 */
export const isLocal = (
  { ip, hostname, headers }: Pick<FastifyRequest, "ip" | "hostname" | "headers">,
  behindProxy: boolean,
): boolean =>
  !behindProxy &&
  loopbackAddress.test(ip) &&
  isLoopbackHost(hostname) &&
  (headers.origin === undefined || isLoopbackHost(hostnameOf(headers.origin))) &&
  !Object.keys(headers).some((name) => forwarding.test(name));
