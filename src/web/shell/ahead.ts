/** 先取: the workplace at this address, and what it asks first, while the house around it is still being fetched. */
import type { QueryClient } from "@tanstack/react-query";
import type { Role } from "../../domain/access/role.ts";
import { read } from "./ask.ts";
import { workplaces } from "./workplaces.ts";

export function fetchAhead(client: QueryClient, role: Role): void {
  const here = workplaces.find(({ path, roles }) => location.pathname === `/desk${path}` && roles.includes(role));
  if (!here) return;
  // what can't be had is asked again, and said, by the page
  here.load().catch(() => {});
  const asked = here.first?.(new URLSearchParams(location.search));
  if (asked) client.prefetchQuery({ queryKey: asked.queryKey, queryFn: () => read(asked.path), retry: false });
}
