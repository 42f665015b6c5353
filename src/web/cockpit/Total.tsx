/** 清单有多长: the number of a list is asked of the list itself. */
import { useQuery } from "@tanstack/react-query";
import { read } from "../shell/ask.ts";
import type { Place } from "../shell/place.ts";
import { count } from "../ui/number.ts";
import { Open } from "../ui/Open.tsx";

interface TotalProps {
  of: string;
  place: Place;
  query: Record<string, string>;
  small?: boolean;
}

export function useTotal(query: Record<string, string>): string | null {
  const { data } = useQuery({
    queryKey: ["counts", "orders", query],
    queryFn: () => read<{ total: string }>("/orders", { ...query, limit: 1 }),
  });
  return data?.total ?? null;
}

export function Total({ of, place, query, small }: TotalProps) {
  const total = useTotal(query);
  if (total === null) return <span className={small ? undefined : "leading"}>…</span>;
  return (
    <Open place={place} label={`${of} ${total} 件，看清单`}>
      <span className={small ? undefined : "leading"}>{count(total)}</span>
    </Open>
  );
}
