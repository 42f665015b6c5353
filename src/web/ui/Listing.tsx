/**
 * 清单: pages of rows that go on as one scrolls, up to a bound; worked by keys: J K to move, X to choose, Enter to open. What is new
 * waits until it is asked for, so that nothing moves under the pointer.
 */
import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { read as ask, type Query } from "../shell/ask.ts";
import { useKeys } from "../shell/keys.ts";
import { Act } from "./Act.tsx";
import { Failure } from "./Failure.tsx";
import { count } from "./number.ts";
import { Waiting } from "./Waiting.tsx";

export interface Column<R> {
  head: string;
  cell(row: R): ReactNode;
  number?: boolean;
  width?: string;
}

interface Page<R> {
  rows: R[];
  next: string | null;
  total: string;
}

interface ListingProps<R extends { id: string }> {
  /** what a row is known by that has no id on the wire */
  idOf?(row: Omit<R, "id">): string;
  /** first word of its query key: what makes it old */
  noun: string;
  path: string;
  query: Query;
  what: string;
  columns: Column<R>[];
  /** what an empty list says, and what to do about it */
  empty: ReactNode;
  open?(row: R): void;
  opened?: string | null;
  chosen?: ReadonlySet<string>;
  choose?(chosen: ReadonlySet<string>, rows: R[]): void;
  /** told whenever the rows are read, for who works from the first to the next */
  onRows?(rows: R[]): void;
}

/** further down nobody reads: whoever looks for something says what */
const MOST = 1_000;
const PAGE = 50;

export function useListing<R>(noun: string, path: string, query: Query) {
  return useInfiniteQuery({
    queryKey: [noun, path, query],
    queryFn: ({ pageParam, signal }) => ask<Page<R>>(path, { ...query, cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last, all) => (all.length * PAGE >= MOST ? null : last.next),
  });
}

export function Listing<R extends { id: string }>(props: ListingProps<R>) {
  const { idOf, noun, path, query, what, columns, empty, open, opened, chosen, choose, onRows } = props;
  const { data, error, isPending, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useListing<R>(
    noun,
    path,
    query,
  );
  const read = data?.pages.flatMap((page) => page.rows) ?? [];
  const rows = idOf ? read.map((row) => ({ ...row, id: idOf(row) })) : read;
  const [at, setAt] = useState(0);
  const end = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const here = Math.min(at, Math.max(0, rows.length - 1));

  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for what was read, not for every handler
  useEffect(() => onRows?.(rows), [data]);
  useEffect(() => {
    if (!end.current || !hasNextPage) return;
    const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && fetchNextPage());
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [hasNextPage, fetchNextPage]);

  const move = (by: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, here + by));
    setAt(next);
    body.current?.rows[next]?.scrollIntoView({ block: "nearest" });
  };
  const toggle = (row: R | undefined) => {
    if (!row || !choose || !chosen) return;
    const next = new Set(chosen);
    if (!next.delete(row.id)) next.add(row.id);
    choose(
      next,
      rows.filter(({ id }) => next.has(id)),
    );
  };
  useKeys([
    { press: "J", does: "下一行", act: () => move(1) },
    { press: "K", does: "上一行", act: () => move(-1) },
    { press: "↓", does: "下一行", act: () => move(1) },
    { press: "↑", does: "上一行", act: () => move(-1) },
    choose ? { press: "X", does: "选中这一行", act: () => toggle(rows[here]) } : null,
    open ? { press: "Enter", does: "打开这一行", act: () => rows[here] && open(rows[here]) } : null,
  ]);

  if (isPending) return <Waiting what={what} rows={12} />;
  if (error && rows.length === 0) return <Failure error={error} again={() => refetch()} />;
  if (rows.length === 0) return <div className="empty">{empty}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section className="scroll" tabIndex={0} aria-label={what}>
      {error ? <Failure error={error} again={() => refetch()} /> : null}
      <table className="list">
        <thead>
          <tr>
            {choose ? (
              <th style={{ width: 32 }}>
                <span className="unseen">选中</span>
              </th>
            ) : null}
            {columns.map(({ head, number, width }) => (
              <th key={head} className={number ? "number" : undefined} style={width ? { width } : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => (
            <tr
              key={row.id}
              aria-current={index === here ? "true" : undefined}
              className={row.id === opened || chosen?.has(row.id) ? "chosen" : undefined}
              onClick={() => {
                setAt(index);
                open?.(row);
              }}
            >
              {choose ? (
                <td>
                  <input
                    type="checkbox"
                    aria-label="选中这一行"
                    checked={chosen?.has(row.id) ?? false}
                    onClick={(event) => event.stopPropagation()}
                    onChange={() => toggle(row)}
                  />
                </td>
              ) : null}
              {columns.map(({ head, cell, number }) => (
                <td key={head} className={number ? "number" : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div ref={end} className="in meta">
        {isFetchingNextPage ? "正在取下面的…" : null}
        {!hasNextPage && rows.length >= MOST ? `只列前 ${count(rows.length)} 件，请用筛选缩小范围。` : null}
        {hasNextPage && !isFetchingNextPage ? <Act words="再列一些" small onAct={() => fetchNextPage()} /> : null}
      </div>
    </section>
  );
}
