/** 网页的构建: the pages that people work in and the citizen's own, as files for `src/main/webFiles.ts` to serve; for browsers from Chromium 109 on. */
import { defineConfig, type Plugin } from "vite";
import { webLicences } from "./src/main/bundle/webLicences.ts";

/** what the pages carry, they say */
const licences: Plugin = {
  name: "licences",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "licences.txt", source: webLicences(this.getModuleIds()) });
  },
};

export default defineConfig({
  root: "src/web",
  publicDir: "public",
  plugins: [licences],
  oxc: { jsx: { runtime: "automatic" } },
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: "chrome109",
    // what the page loads later is asked for by the page, not by a script of the builder's
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { desk: "src/web/desk.html", citizen: "src/web/citizen.html" },
      // every component of the library says that it is for browsers; so is all of this
      onLog: (level, log, pass) => {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") pass(level, log);
      },
    },
  },
});
