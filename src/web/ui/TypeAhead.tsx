/** 边打边选: a name by any part of it or its initials, without a mouse; nothing is looked for while an input method composes. */
import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import type { z } from "zod";
import type { typeAhead } from "../../contract/suggestion/suggestion.ts";
import { read } from "../shell/ask.ts";
import { composing } from "../shell/keys.ts";
import "./typeAhead.css";

type Found = z.output<typeof typeAhead>;
type Row = Found["rows"][number];
export type Named = Omit<Row, "said">;

interface TypeAheadProps {
  kind: "place" | "category";
  value: Named | null;
  choose(value: Named | null): void;
  placeholder: string;
  /** what an empty answer says */
  nothing: string;
  control: { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean };
}

const useFound = (kind: TypeAheadProps["kind"], asked: string) =>
  useQuery({
    queryKey: ["typeAhead", kind, asked],
    queryFn: ({ signal }) => read<Found>("/type-ahead", { kind, q: asked }, signal),
    enabled: asked !== "",
    staleTime: 600_000,
    placeholderData: (before) => before,
  });

/** What is typed, what was asked for it, which of the answers is meant. */
function useTyping({ kind, choose }: TypeAheadProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState("");
  const [at, setAt] = useState(0);
  const [taking, setTaking] = useState(false);
  const { data, isPlaceholderData, error } = useFound(kind, asked);
  const rows = asked === "" ? [] : (data?.rows ?? []);
  const isFresh = asked !== "" && data !== undefined && !isPlaceholderData;
  const take = (row: Row | undefined) => {
    setTaking(false);
    if (!row) return;
    choose({ key: row.key, name: row.name, within: row.within });
    setTyped(null);
    setAsked("");
  };
  // whoever types and presses Enter at once means the answer to what he typed, not to the letter before
  // biome-ignore lint/correctness/useExhaustiveDependencies: waits for the answer alone
  useEffect(() => {
    if (taking && isFresh) take(rows[at]);
  }, [taking, isFresh]);
  const ask = (text: string) => {
    setAsked(text.trim());
    setAt(0);
  };
  const type = (text: string, composes: boolean) => {
    setTyped(text);
    choose(null);
    if (!composes) ask(text);
  };
  const enter = () => (isFresh ? take(rows[at]) : setTaking(error === null));
  return { typed, asked, at, setAt, rows, isFresh, error, type, ask, take, enter };
}

export function TypeAhead(props: TypeAheadProps) {
  const { value, placeholder, nothing, control } = props;
  const { typed, asked, at, setAt, rows, isFresh, error, type, ask, take, enter } = useTyping(props);
  const [focused, setFocused] = useState(false);
  const [closed, setClosed] = useState(false);
  const list = useId();
  const open = focused && !closed && typed !== null && asked !== "";
  const move = (by: number) => setAt((at + by + rows.length) % Math.max(1, rows.length));
  const moves = new Map([
    ["ArrowDown", () => move(1)],
    ["ArrowUp", () => move(-1)],
    ["Enter", enter],
    ["Escape", () => setClosed(true)],
  ]);
  const press = (event: KeyboardEvent) => {
    if (!open || event.ctrlKey || composing(event.nativeEvent)) return;
    const act = moves.get(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div className="type-ahead">
      <Input
        {...control}
        role="combobox"
        autoComplete="off"
        aria-expanded={open && rows.length > 0}
        aria-autocomplete="list"
        {...(open && rows.length > 0 ? { "aria-controls": list, "aria-activedescendant": `${list}-${at}` } : {})}
        status={control["aria-invalid"] ? "error" : ""}
        placeholder={placeholder}
        value={typed ?? value?.name ?? ""}
        suffix={<span className="meta">{typed === null ? value?.within.join(" › ") : ""}</span>}
        onFocus={({ target }) => {
          setFocused(true);
          target.select();
        }}
        onBlur={() => setFocused(false)}
        onChange={({ target, nativeEvent }) => {
          setClosed(false);
          type(target.value, (nativeEvent as InputEvent).isComposing);
        }}
        onCompositionEnd={({ currentTarget }) => ask(currentTarget.value)}
        onKeyDown={press}
      />
      {open ? (
        // whatever scrolls is a stop of Tab by itself; gone with the focus, it would take the next field's keys along
        <div className="found" tabIndex={-1}>
          {rows.length > 0 ? (
            <div role="listbox" id={list} aria-label={placeholder}>
              {rows.map((row, index) => (
                <Option key={row.key} row={row} id={`${list}-${index}`} chosen={index === at} take={() => take(row)} />
              ))}
            </div>
          ) : (
            <p role="status">{error ? "没有连上服务器，正在再试。" : isFresh ? nothing : "正在找…"}</p>
          )}
        </div>
      ) : null}
    </div>
  );
}

const Option = ({ row, id, chosen, take }: { row: Row; id: string; chosen: boolean; take(): void }) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
  // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
  <div role="option" id={id} aria-selected={chosen} onMouseDown={(event) => event.preventDefault()} onClick={take}>
    <strong>{row.name}</strong> <span className="second">{row.within.join(" › ")}</span>
    {row.said ? <span className="meta">{row.said}</span> : null}
  </div>
);
