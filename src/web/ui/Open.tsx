/**
 * 点得开的数: leads to the list it was counted from; what can't be opened is no link. A plain anchor: of a table of numbers each
 * is one, and the router's own links look at the address one by one.
 */
import { useNavigate } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";
import type { Place } from "../shell/place.ts";

interface OpenProps {
  /** what the address says after '?' there */
  place: Place;
  /** the page, where it isn't this one */
  to?: string;
  label?: string;
  children: ReactNode;
}

/** opened here, not in another tab or saved */
const isPlain = ({ button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent) =>
  button === 0 && !(altKey || ctrlKey || metaKey || shiftKey);

export function Open({ place, to, label, children }: OpenProps) {
  const navigate = useNavigate();
  const given = Object.entries(place).filter((one): one is [string, string] => one[1] !== undefined);
  const go = (event: MouseEvent) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    navigate({ to: to ?? ".", search: Object.fromEntries(given) as never });
  };
  return (
    <a
      className="open"
      href={`${to === undefined ? "" : `/desk${to}`}?${new URLSearchParams(given)}`}
      aria-label={label}
      onClick={go}
    >
      {children}
    </a>
  );
}
