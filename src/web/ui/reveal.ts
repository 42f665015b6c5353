/** 露出来: what was opened below the lists of a narrow page is scrolled to, as a ref of what stands there. */

/** so much of it must be seen without scrolling */
const ROOM = 120;

export function reveal(here: HTMLElement | null): void {
  if (here && here.getBoundingClientRect().top > window.innerHeight - ROOM) here.scrollIntoView({ block: "start" });
}
