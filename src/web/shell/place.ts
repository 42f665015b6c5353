/** 位置: what is open stands in the address, so that a reload, a link and 后退 lead there again. */
import { useNavigate, useSearch } from "@tanstack/react-router";

export type Place = Record<string, string | undefined>;

/** what the address says after '?', and how to change some of it */
export function usePlace(): [Place, (change: Place) => void] {
  const search = useSearch({ strict: false }) as Place;
  const navigate = useNavigate();
  const go = (change: Place) => {
    const next = Object.fromEntries(
      Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined),
    );
    navigate({ to: ".", search: next as never });
  };
  return [search, go];
}
