import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "rulebook/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 60_000,
    globalSetup: ["test/world/postgres.ts"],
  },
});
