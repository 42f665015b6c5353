/** 大字版: no text under 18 px, no target under 60; kept on this machine. */
const KEPT = "rexian.large";

export const isLarge = (): boolean => localStorage.getItem(KEPT) === "yes";

export function wearLarge(large: boolean): void {
  document.documentElement.dataset.large = large ? "yes" : "no";
}

export function keepLarge(large: boolean): void {
  localStorage.setItem(KEPT, large ? "yes" : "no");
  wearLarge(large);
}
