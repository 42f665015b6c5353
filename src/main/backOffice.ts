/** 后台的装配: what the jobs of the served platform are given. */

import { announceNotice } from "../api/notice/announce.ts";
import type { Interface } from "../api/server.ts";
import { announceCall } from "../api/simulator/ring.ts";
import { startJobs } from "../jobs/start.ts";
import { simulatedGateway } from "../sms/simulator.ts";
import { keepSimulated } from "../store/notice/simulated.ts";

/**
 * 开始后台工作 beside the interface. `url`: where the server listens; what citizens are sent is $REXIAN_PUBLIC_URL, where that is
 * set. A demonstration's messages go to the simulator; elsewhere they wait for a gateway.
 */
export function startBackOffice({ desk, failed }: Interface, url: string): { stop(): Promise<void> } {
  const { db, demonstration, platform } = desk;
  return startJobs({
    ...desk,
    address: (process.env.REXIAN_PUBLIC_URL || url).replace(/\/+$/, ""),
    gateway: demonstration ? simulatedGateway((sms, at) => keepSimulated(db, platform.platform, sms, at)) : null,
    rings: (call) => announceCall(platform, call),
    tells: (notice) => announceNotice(platform, notice),
    failed: (_, error) => failed(error),
  });
}
