/** 标准地图的数据 */
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { drawnMap, mapInForce } from "../../contract/map/map.ts";
import { read } from "../shell/ask.ts";

export type DrawnMap = z.output<typeof drawnMap>;

/** maps change once in years */
const HOUR = 3_600_000;

export const useMap = (): DrawnMap | null =>
  useQuery({
    queryKey: ["map"],
    queryFn: () => read<z.output<typeof mapInForce>>("/map"),
    staleTime: HOUR,
  }).data?.map ?? null;
