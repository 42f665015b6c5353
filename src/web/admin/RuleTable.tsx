/** 一行一项的表: rows of a rule as a table; added below and taken out by keys as well, and the focus goes along. */
import { type RefObject, useEffect, useRef, useState } from "react";
import { useKeys } from "../shell/keys.ts";
import { capOf, useOwnKeys } from "../shell/ownKeys.ts";
import { Act } from "../ui/Act.tsx";
import { type InputProps, OneField } from "./ruleDrawing.tsx";
import type { RuleField } from "./ruleFields.ts";
import type { Values } from "./ruleWords.ts";

interface RowProps {
  field: RuleField;
  at: number;
  row: Values;
  put(row: Values): void;
  remove(): void;
  missing: readonly string[];
}

const Row = ({ field: { fields = [], one }, at, row, put, remove, missing }: RowProps) => (
  <tr data-at={at}>
    <th scope="row">
      <span className="ordinal">第 </span>
      {at + 1}
      <span className="ordinal"> {one}</span>
    </th>
    {fields.map((field) =>
      field.when && !field.when(row) ? (
        <td key={field.name} className="none">
          —
        </td>
      ) : (
        <td key={field.name}>
          <OneField
            field={field}
            value={row[field.name]}
            set={(next) => put({ ...row, [field.name]: next })}
            missing={missing}
            narrow
          />
        </td>
      ),
    )}
    <td>
      <Act words={`去掉第 ${at + 1} ${one}`} small onAct={remove} />
    </td>
  </tr>
);

/** which row has the focus: remembered until it goes elsewhere in the form */
function useRow(whole: RefObject<HTMLDivElement | null>) {
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => {
    const follow = ({ target }: Event) => {
      const own = whole.current;
      if (!own || !(target instanceof HTMLElement)) return;
      const row = own.contains(target) ? target.closest<HTMLElement>("[data-at]") : null;
      if (row) setAt(Number(row.dataset.at));
      else if (!own.contains(target) && own.closest("form")?.contains(target)) setAt(null);
    };
    document.addEventListener("focusin", follow);
    return () => document.removeEventListener("focusin", follow);
  }, [whole]);
  return at;
}

export function RuleTable({ field, value, set, missing }: InputProps & { missing: readonly string[] }) {
  const { label, one, fields = [] } = field;
  const rows = (value as Values[]) ?? [];
  const whole = useRef<HTMLDivElement>(null);
  /** the row that the focus goes to when it is drawn */
  const next = useRef<number | null>(null);
  const at = useRow(whole);
  useOwnKeys();
  useEffect(() => {
    if (next.current === null) return;
    const there = [...whole.current!.querySelectorAll("tbody tr")];
    const row = there[Math.min(next.current, there.length - 1)];
    (row?.querySelector<HTMLElement>("input, textarea") ?? whole.current!.querySelector("button"))?.focus();
    next.current = null;
  });
  const change = (changed: Values[], focus: number) => {
    next.current = focus;
    set(changed);
  };
  const add = (after: number) => change(rows.toSpliced(after + 1, 0, {}), after + 1);
  const remove = (gone: number) => change(rows.toSpliced(gone, 1), gone);
  useKeys([
    at !== null && { press: "Alt+A", does: "在表里这一行下面加一行", act: () => add(at) },
    at !== null && { press: "Alt+X", does: "去掉表里这一行", act: () => remove(at) },
  ]);
  return (
    <div className="stack" ref={whole}>
      {rows.length > 0 ? (
        <div className="wide">
          <table className="rows" aria-label={label}>
            <thead>
              <tr>
                <th scope="col">{one}</th>
                {fields.map(({ name, label: head }) => (
                  <th key={name} scope="col">
                    {head}
                  </th>
                ))}
                <th scope="col">
                  <span className="unseen">去掉</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, place) => (
                <Row
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing else that stays
                  key={place}
                  {...{ field, row, missing }}
                  at={place}
                  put={(changed) => set(rows.toSpliced(place, 1, changed))}
                  remove={() => remove(place)}
                />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <div className="row">
        <Act words={`加一${one}`} small onAct={() => add(rows.length - 1)} />
        <span className="meta">
          在表里按 {capOf("Alt+A")} 在这一行下面加一行，按 {capOf("Alt+X")} 去掉这一行
        </span>
      </div>
    </div>
  );
}
