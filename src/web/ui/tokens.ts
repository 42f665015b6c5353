/**
 * 颜色: what each is for, light and dark; chosen so that text has a contrast of at least 4.5 : 1 and the parts of the page 3 : 1
 * on every surface where they stand. The style sheet and Ant Design both take them from here.
 */
export type Scheme = "light" | "dark";

// biome-ignore format: one line a colour, so that it reads as a table
const table = {
  page:        ["#F3F4F6", "#12161B"],
  panel:       ["#FFFFFF", "#1A2027"],
  raised:      ["#FFFFFF", "#20272F"],
  head:        ["#F7F8FA", "#20272F"],
  selected:    ["#E8F0FA", "#1D3250"],
  text:        ["#1A1F26", "#E7EAEE"],
  text2:       ["#424B57", "#BAC2CC"],
  text3:       ["#5A6470", "#9CA6B2"],
  placeholder: ["#656F7B", "#929CA8"],
  disabled:    ["#7A838E", "#76808C"],
  border:      ["#858E99", "#6E7986"],
  hairline:    ["#E1E5EA", "#2D353F"],
  accent:      ["#1B5FA8", "#82B4F2"],
  accentHover: ["#164F8C", "#A3C8F7"],
  onSolid:     ["#FFFFFF", "#0C1B2E"],
  amber:       ["#8A5300", "#F0BC5E"],
  amberBack:   ["#FFF3DC", "#3A2C11"],
  red:         ["#B3261E", "#FF9D92"],
  redHover:    ["#8F1E18", "#FFBDB5"],
  redBack:     ["#FDECEA", "#45201D"],
  green:       ["#1D6B45", "#7FCB9F"],
  greenBack:   ["#E7F4EC", "#173425"],
  plum:        ["#6D3A7C", "#D3A5E2"],
  plumBack:    ["#F5ECF8", "#36213D"],
  spotlight:   ["#1A1F26", "#C9D1DA"],
  onSpotlight: ["#FFFFFF", "#12161B"],
} as const;

export type Colour = keyof typeof table;
export type Colours = Record<Colour, string>;

const names = Object.keys(table) as Colour[];

/** 一套颜色 */
export const coloursOf = (scheme: Scheme): Colours =>
  Object.fromEntries(names.map((name) => [name, table[name][scheme === "light" ? 0 : 1]])) as Colours;

/** Puts them where the style sheet finds them: `--text2`, … */
export function wear(scheme: Scheme): void {
  const root = document.documentElement;
  root.dataset.scheme = scheme;
  root.style.colorScheme = scheme;
  for (const [name, value] of Object.entries(coloursOf(scheme))) root.style.setProperty(`--${name}`, value);
}

/** 明暗: as the person chose on this machine, else as the system has it. */
const KEPT = "rexian.scheme";
export const keptScheme = (): Scheme | null => {
  const kept = localStorage.getItem(KEPT);
  return kept === "light" || kept === "dark" ? kept : null;
};
export const keepScheme = (scheme: Scheme | null): void =>
  scheme === null ? localStorage.removeItem(KEPT) : localStorage.setItem(KEPT, scheme);
export const systemScheme = (): Scheme => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
