/**
 * 版面: what doesn't fit on the page as it stands: goes off its side, is cut off, is too small, lies over other words; and dates as
 * machines write them. [] is what it must be.
 */
import type { Page } from "playwright-core";

/** In the page itself, of which the tests know no types. */
const SEEN = `(() => {
  const faults = [];
  const styles = new Map();
  const style = (one) => styles.get(one) ?? styles.set(one, getComputedStyle(one)).get(one);
  const up = (one) => { const all = []; for (let at = one; at && at !== document.documentElement; at = at.parentElement) all.push(at); return all; };
  const name = (one) => one.tagName.toLowerCase() + (one.className && typeof one.className === "string" ? "." + one.className.trim().split(/\\s+/).join(".") : "");
  const told = (one) => name(one.parentElement) + " > " + name(one) + ": " + one.textContent.trim().slice(0, 30);
  const inside = (rect, box) => ({ left: Math.max(rect.left, box.left), right: Math.min(rect.right, box.right), top: Math.max(rect.top, box.top), bottom: Math.min(rect.bottom, box.bottom) });
  const there = (rect) => rect.right - rect.left > 1 && rect.bottom - rect.top > 1;
  // a line's box is higher than its words
  const glyphs = (rect, size) => { const more = Math.max(0, rect.bottom - rect.top - size) / 2; return { left: rect.left, right: rect.right, top: rect.top + more, bottom: rect.bottom - more }; };
  const clips = (one, side) => style(one)["overflow" + side] !== "visible";
  const floats = (one) => up(one).some((at) => ["fixed", "sticky"].includes(style(at).position) || at.matches(".skip, dialog, [role=dialog]"));
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) faults.push("横向滚动 " + document.documentElement.scrollWidth + " > " + wide);
  const words = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walk.nextNode(); text; text = walk.nextNode()) {
    const one = text.parentElement;
    if (!text.data.trim() || one.closest("script, style, option, svg") || !one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
    if (!one.closest(".unseen, [aria-hidden=true]") && parseFloat(style(one).fontSize) < 12) faults.push("字太小 " + told(one));
    if (/(^|[^\\d-])\\d{4}-(0[1-9]|1[0-2])(-\\d{2})?(?![\\d-])/.test(text.data)) faults.push("没有写成话的日期 " + told(one));
    const range = document.createRange();
    range.selectNodeContents(text);
    const above = up(one);
    // only for who listens
    if (above.some((at) => style(at).clipPath !== "none")) continue;
    const cuts = above.filter((at) => clips(at, "X") || clips(at, "Y"));
    for (const rect of range.getClientRects()) {
      const shown = cuts.reduce((left, at) => inside(left, at.getBoundingClientRect()), rect);
      const scrolls = cuts.some((at) => /auto|scroll/.test(style(at).overflowX + style(at).overflowY));
      const shortened = cuts.some((at) => style(at).textOverflow === "ellipsis");
      if (!scrolls && !shortened && (rect.right > wide + 1 || rect.left < -1)) faults.push("出了页边 " + told(one));
      if (!scrolls && !shortened && (rect.right - shown.right > 2 || shown.left - rect.left > 2 || rect.bottom - shown.bottom > 6)) faults.push("被截断 " + told(one));
      if (there(shown)) words.push({ one, text, rect: glyphs(shown, parseFloat(style(one).fontSize)), floats: floats(one) });
    }
  }
  for (const [at, { one, text, rect, floats }] of words.entries()) for (const other of words.slice(at + 1)) {
    if (other.text === text || floats || other.floats) continue;
    const both = inside(rect, other.rect);
    if (both.right - both.left > 2 && both.bottom - both.top > 6) faults.push("重叠 " + told(one) + " × " + told(other.one));
  }
  return [...new Set(faults)];
})()`;

export const layoutFaults = (page: Page): Promise<string[]> => page.evaluate(SEEN);
