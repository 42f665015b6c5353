/** 点得开的数: leads to the list it was counted from; what can't be opened is no link. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Place } from "../shell/place.ts";

interface OpenProps {
  /** what the address says after '?' there */
  place: Place;
  /** the page, where it isn't this one */
  to?: string;
  label?: string;
  children: ReactNode;
}

export function Open({ place, to, label, children }: OpenProps) {
  const search = Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined));
  return (
    <Link className="open" to={(to ?? ".") as never} search={search as never} aria-label={label}>
      {children}
    </Link>
  );
}
