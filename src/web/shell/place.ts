/** 位置: what is open stands in the address, so that a reload, a link and 后退 lead there again. */
import { useNavigate, useSearch } from "@tanstack/react-router";

export type Place = Record<string, string | undefined>;

const withoutGaps = (place: Place): Place =>
  Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined));

/**
 * What the address says after '?', and how to change some of it: as it stands when that is asked, which may be long after the
 * page was drawn. What depends on it is worked out from it.
 */
export function usePlace(): [Place, (change: Place | ((now: Place) => Place)) => void] {
  const search = useSearch({ strict: false }) as Place;
  const navigate = useNavigate();
  const go = (change: Place | ((now: Place) => Place)) => {
    const next = (now: Place) => withoutGaps({ ...now, ...(typeof change === "function" ? change(now) : change) });
    navigate({ to: ".", search: next as never });
  };
  return [search, go];
}
