/**
 * 清单: pages of rows that go on as one scrolls, up to a bound; worked by keys: J K to move, X to choose, Enter to open. What is new
 * waits until it is asked for, so that nothing moves under the pointer.
 */
import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { read as ask, type Query } from "../shell/ask.ts";
import { useKeys } from "../shell/keys.ts";
import { Act } from "./Act.tsx";
import { batchOf, TOGETHER, useDrawn } from "./drawn.ts";
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

interface LineProps<R extends { id: string }> extends Pick<ListingProps<R>, "columns" | "chosen"> {
  row: R;
  index: number;
  here: boolean;
  opened: boolean;
  choose: (() => void) | undefined;
  open(): void;
}

function Line<R extends { id: string }>({ row, index, here, opened, columns, chosen, choose, open }: LineProps<R>) {
  const picked = chosen?.has(row.id) ?? false;
  return (
    <tr
      // the first row is the head
      aria-rowindex={index + 2}
      aria-current={here ? "true" : undefined}
      className={opened || picked ? "chosen" : undefined}
      onClick={open}
    >
      {choose ? (
        <td>
          <input
            type="checkbox"
            aria-label="选中这一行"
            checked={picked}
            onClick={(event) => event.stopPropagation()}
            onChange={choose}
          />
        </td>
      ) : null}
      {columns.map(({ head, cell, number }) => (
        <td key={head} className={number ? "number" : undefined}>
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}

interface RowsProps<R> {
  rows: R[];
  /** of what stands in their place; null: they are drawn */
  height: number | null;
  row(row: R, at: number): ReactNode;
}

const Rows = <R,>({ rows, height, row }: RowsProps<R>) =>
  height === null ? rows.map(row) : <tr style={{ display: "block", height, padding: 0, border: 0 }} />;

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
  const table = useRef<HTMLTableElement>(null);
  const here = Math.min(at, Math.max(0, rows.length - 1));
  const batches = Math.ceil(rows.length / TOGETHER);
  const leftOut = useDrawn(table, batches, here);

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
    table.current?.tBodies[batchOf(next)]?.rows[next % TOGETHER]?.scrollIntoView({ block: "nearest" });
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
      <table className="list" ref={table} aria-rowcount={rows.length + 1}>
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
        {Array.from({ length: batches }, (_, batch) => batch * TOGETHER).map((first) => (
          <tbody key={first}>
            <Rows
              rows={rows.slice(first, first + TOGETHER)}
              height={leftOut(batchOf(first))}
              row={(row, at) => (
                <Line
                  {...{ row, columns, chosen }}
                  key={row.id}
                  index={first + at}
                  here={first + at === here}
                  opened={row.id === opened}
                  choose={choose ? () => toggle(row) : undefined}
                  open={() => {
                    setAt(first + at);
                    open?.(row);
                  }}
                />
              )}
            />
          </tbody>
        ))}
      </table>
      <div ref={end} className="in meta">
        {isFetchingNextPage ? "正在取下面的…" : null}
        {!hasNextPage && rows.length >= MOST ? `只列前 ${count(rows.length)} 件，请用筛选缩小范围。` : null}
        {hasNextPage && !isFetchingNextPage ? <Act words="再列一些" small onAct={() => fetchNextPage()} /> : null}
      </div>
    </section>
  );
}
