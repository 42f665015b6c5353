/** 后台的装配: what the jobs of the served platform are given. */

import { announceNotice } from "../api/notice/announce.ts";
import type { Interface } from "../api/server.ts";
import { announceCall } from "../api/simulator/ring.ts";
import { startJobs } from "../jobs/start.ts";

/**
 * 开始后台工作 beside the interface. `url`: where the server listens; what citizens are sent is $REXIAN_PUBLIC_URL, where that is
 * set.
 */
export function startBackOffice({ desk, failed }: Interface, url: string): { stop(): Promise<void> } {
  const { platform } = desk;
  return startJobs({
    ...desk,
    address: (process.env.REXIAN_PUBLIC_URL || url).replace(/\/+$/, ""),
    rings: (call) => announceCall(platform, call),
    tells: (notice) => announceNotice(platform, notice),
    failed: (_, error) => failed(error),
  });
}
