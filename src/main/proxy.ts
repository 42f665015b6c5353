/** 反向代理: whom this server believes when it says where a visitor comes from. */
import Fastify from "fastify";
import { Refusal, refuse } from "../domain/refusal.ts";

/**
 * 信任的代理 in $REXIAN_PROXY: addresses or networks, parted by commas; null: none. Refuses what is no address: a proxy that is
 * not believed makes one visitor of everybody.
 */
export function proxyFrom({ REXIAN_PROXY }: NodeJS.ProcessEnv): string[] | null {
  const addresses = (REXIAN_PROXY ?? "").split(",").flatMap((one) => one.trim() || []);
  if (addresses.length === 0) return null;
  try {
    Fastify({ trustProxy: addresses });
    return addresses;
  } catch {
    throw new Refusal(
      refuse(
        "invalidProxy",
        `环境变量 REXIAN_PROXY 里的“${REXIAN_PROXY}”不是地址。`,
        "请写成 127.0.0.1 或 10.0.0.0/24。",
      ),
    );
  }
}
