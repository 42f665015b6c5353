/** 看网页的人: in a demonstration whoever sits at its machine; elsewhere who has signed in and whose role reads the report. */
import type { FastifyRequest } from "fastify";
import { isLocal } from "../../api/access/origin.ts";
import type { Interface } from "../../api/server.ts";
import { reportReaders } from "../../domain/access/report.ts";
import { roleNames } from "../../domain/access/role.ts";
import { isRefused, Refusal, refuse } from "../../domain/refusal.ts";
import type { Platform } from "../../store/platform.ts";

const unserved = refuse(
  "noAccounts",
  "服务启动时还没有平台，或有几个平台而没有指明是哪一个，不知道谁可以看。",
  "请用 REXIAN_PLATFORM 指明平台，重新启动服务。",
);

const otherRole = refuse(
  "otherRole",
  `月报由${reportReaders.map((role) => roleNames[role]).join("、")}查看。`,
  "需要时请转告他们。",
);

/** 准看的平台: null: all of them; throws what keeps him out. */
export async function admitted(
  request: FastifyRequest,
  { demonstration, behindProxy, api }: { demonstration: boolean; behindProxy: boolean; api: Interface | null },
): Promise<Platform | null> {
  if (demonstration && isLocal(request, behindProxy)) return null;
  if (!api) throw new Refusal(unserved);
  const viewer = await api.authenticate(request, {});
  if (isRefused(viewer)) throw new Refusal(viewer);
  if (!reportReaders.includes(viewer.role)) throw new Refusal(otherRole);
  return api.desk.platform;
}
