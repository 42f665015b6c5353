import { useQuery } from "@tanstack/react-query";
import { read } from "../shell/ask.ts";

interface LimitPage {
  rows: { key: string; value: { words: string } }[];
}

/** 时限的话 of the row in force, so that a page says what the rule says; empty until it is here. */
export function useLimitWords(rule: string): string {
  const { data } = useQuery({
    queryKey: ["rules", "limit", rule],
    queryFn: () => read<LimitPage>("/rules", { kind: "limit", q: rule, limit: 100 }),
    staleTime: 600_000,
  });
  const words = data?.rows.find(({ key }) => key === rule)?.value.words ?? "";
  return words.replace(/。$/, "");
}
