/** 选单位、分类、地区: type-ahead over the rules in force. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { read } from "../shell/ask.ts";

interface RuleRow {
  key: string;
  value: { name: string; shortNames?: string[]; aliases?: string[]; retired?: unknown; parent?: string | null };
}
interface RulePage {
  rows: RuleRow[];
  next: string | null;
}

/** the interface gives no more at once */
const PAGE = 100;
/** of units and categories there are hundreds, not more */
const MOST_PAGES = 20;

async function rowsOf(kind: string): Promise<RuleRow[]> {
  const rows: RuleRow[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const got: RulePage = await read<RulePage>("/rules", { kind, cursor, limit: PAGE });
    rows.push(...got.rows);
    if (got.next === null) break;
    cursor = got.next;
  }
  return rows;
}

/** 某种规则 in force, all rows of it, kept for ten minutes. */
export const useRules = (kind: "unit" | "category" | "requestType") =>
  useQuery({ queryKey: ["rules", kind], queryFn: () => rowsOf(kind), staleTime: 600_000 });

/** 没有可选的, and why: it comes, it didn't come and is asked for again whenever the list is opened, or there is none. */
const choices = (what: string, none: string, { isPending, error, refetch }: ReturnType<typeof useRules>) => ({
  notFoundContent: isPending ? `正在取${what}…` : error ? `没有取到${what}，网络恢复后再打开。` : none,
  onOpenChange: (open: boolean) => void (open && error && refetch()),
});

interface PickProps {
  value: string | null;
  set(value: string | null): void;
  id?: string;
  label?: string;
  invalid?: boolean;
  /** only those under that unit */
  under?: string | null;
}

const unitOption = ({ key, value: { name, shortNames = [] } }: RuleRow) => ({
  ...{ value: key, label: name },
  also: shortNames.join(" "),
});
const byAnyName = {
  filterOption: (typed: string, option?: ReturnType<typeof unitOption>) =>
    `${option?.label} ${option?.also}`.includes(typed.trim()),
};

/** 选单位 by any of its names; one that is no longer there isn't offered */
export function PickUnit({ value, set, id, label, invalid, under }: PickProps) {
  const units = useRules("unit");
  const { data, isPending } = units;
  const options = (data ?? [])
    .filter((row) => !row.value.retired && (under === undefined || row.value.parent === under))
    .map(unitOption);
  return (
    <Select
      id={id ?? ""}
      aria-label={label}
      showSearch={byAnyName}
      allowClear
      loading={isPending}
      placeholder="输入名称或简称"
      options={options}
      value={value}
      status={invalid ? "error" : ""}
      onChange={(next) => set(next ?? null)}
      {...choices("单位", under === undefined ? "没有这个单位" : "没有这个下级单位", units)}
      style={{ width: "100%" }}
    />
  );
}

interface PickUnitsProps {
  id: string;
  label: string;
  placeholder: string;
  value: string[];
  set(value: string[]): void;
  /** no more than so many */
  most?: number;
}

/** 选几个单位 */
export function PickUnits({ id, label, placeholder, value, set, most }: PickUnitsProps) {
  const units = useRules("unit");
  return (
    <Select
      id={id}
      mode="multiple"
      {...(most === undefined ? {} : { maxCount: most })}
      aria-label={label}
      placeholder={placeholder}
      showSearch={byAnyName}
      options={(units.data ?? []).filter((row) => !row.value.retired).map(unitOption)}
      value={value}
      onChange={set}
      {...choices("单位", "没有这个单位", units)}
      style={{ width: "100%" }}
    />
  );
}

/** 选地区: asked of the server as one types, since there are thousands */
export function PickPlace({ value, set, id, label }: PickProps) {
  const [typed, setTyped] = useState("");
  const { data, error, isFetching } = useQuery({
    queryKey: ["rules", "place", typed],
    queryFn: ({ signal }) => read<RulePage>("/rules", { kind: "place", q: typed, limit: 20 }, signal),
    placeholderData: (before) => before,
  });
  const options = (data?.rows ?? []).map((row) => ({ value: row.key, label: row.value.name }));
  return (
    <Select
      id={id ?? ""}
      aria-label={label}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      loading={isFetching}
      placeholder="区、街道、社区"
      options={options}
      value={value}
      onChange={(next) => set(next ?? null)}
      notFoundContent={isFetching ? "正在找…" : error ? "没有连上服务器，请再输入一次。" : "没有这个地区"}
      style={{ width: "100%" }}
    />
  );
}
