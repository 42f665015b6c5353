/** 浏览器: a real one, as a citizen's telephone or a desk has it; closed with the test. */
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";
import { afterAll, onTestFinished } from "vitest";

let browser: Promise<Browser> | null = null;

/** 打开浏览器, one for a file, for somebody who wants nothing to move; call it at the file's top. */
export function aBrowser(): (options?: BrowserContextOptions) => Promise<BrowserContext> {
  afterAll(async () => {
    await (await browser)?.close();
    browser = null;
  });
  return async (options) => {
    browser ??= chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
    const context = await (await browser).newContext({ locale: "zh-CN", reducedMotion: "reduce", ...options });
    onTestFinished(() => context.close());
    return context;
  };
}

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };
