/** 规则的数据: as the wire has it, and what its codes are called. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { ruleHistory, ruleRow } from "../../contract/admin/rule.ts";
import type { RuleKind } from "../../domain/rule/rulebook.ts";
import { read } from "../shell/ask.ts";
import { useRules } from "../ui/pickers.tsx";
import type { NameOf } from "./ruleWords.ts";

export type Rule = z.output<typeof ruleRow> & { id: string };
type History = z.output<typeof ruleHistory>;
export type Said = History["rows"][number];

/** 先后怎么说, the latest first; more as one asks for it */
export const useHistory = (kind: RuleKind, key: string) =>
  useInfiniteQuery({
    queryKey: ["history", kind, key],
    queryFn: ({ pageParam }) => read<History>("/rules/history", { kind, key, cursor: pageParam, limit: 20 }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

/** 单位分组 in force: a handful */
export const useUnitGroups = () =>
  useQuery({
    queryKey: ["rules", "groups"],
    queryFn: async () => (await read<{ rows: Rule[] }>("/rules", { kind: "unitGroup", limit: 100 })).rows,
  });

/** 名称 of units and categories; of places there are too many to know all, so that they are called by their codes. */
export function useNames(): NameOf {
  const [units, categories] = [useRules("unit").data, useRules("category").data];
  const groups = useUnitGroups().data;
  return (kind, key) => {
    if (kind === "unitGroup") return groups?.find((row) => row.key === key)?.title ?? key;
    const rows = kind === "unit" ? units : kind === "category" ? categories : undefined;
    return rows?.find((row) => row.key === key)?.value.name ?? key;
  };
}
