/** 数和它的由来: a figure of the leader's size, what it was divided from beside it, its words on focus. */
import type { ReactNode } from "react";
import type { Place } from "../shell/place.ts";
import { count, rate } from "../ui/number.ts";
import { Open } from "../ui/Open.tsx";
import type { Figure } from "./data.ts";

interface ShownProps {
  name: string;
  place?: Place;
  beside?: ReactNode;
}

const linked = (place: Place | undefined, label: string, shown: ReactNode) =>
  place ? (
    <Open place={place} label={`${label}，看清单`}>
      {shown}
    </Open>
  ) : (
    shown
  );

export const Counted = ({ name, value, unit = "件", place, beside }: ShownProps & { value: number; unit?: string }) => (
  <div className="shown">
    <p>{name}</p>
    <p>
      {linked(place, `${name} ${count(value)} ${unit}`, <span className="leading">{count(value)}</span>)} {unit}
    </p>
    <p className="meta">{beside}</p>
  </div>
);

/** '1,318 ÷ 1,361', or why there is no value */
const ground = ({ numerator, denominator, value, reason }: Figure): string =>
  value === null
    ? (reason ?? "没有数值")
    : numerator === undefined
      ? ""
      : `${count(numerator)} ÷ ${count(denominator!)}`;

export const Rated = ({ name, figure, place, beside }: ShownProps & { figure: Figure }) => (
  <div className="shown" title={figure.words}>
    <p>{name}</p>
    <p>{linked(place, `${name} ${rate(figure.value)}`, <span className="leading">{rate(figure.value)}</span>)}</p>
    <p className="meta">
      {ground(figure)} {beside}
      {figure.note ? ` ${figure.note}` : ""}
      <span className="unseen">{figure.words}</span>
    </p>
  </div>
);
