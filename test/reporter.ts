import type { Reporter, TestCase, TestModule } from "vitest/node";

const SLOWEST = 20;
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
const nameOf = (test: TestCase) => `${test.module.relativeModuleId}：${test.fullName}`;

/**
 * 结束语: after vitest's own summary, the slowest tests, what was skipped, and as the last line how many passed and failed.
 * A file that can't be loaded and an error outside any test count as failures.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const took = (test: TestCase) => test.diagnostic()?.duration ?? 0;
    const state = (wanted: string) => tests.filter((test) => test.result().state === wanted);
    const broken = modules.filter((module) => module.errors().length > 0);
    const suites = modules
      .flatMap((module) => [...module.children.allSuites()])
      .filter((suite) => suite.errors().length > 0);

    console.log(`\n最慢的 ${SLOWEST} 个测试`);
    for (const test of tests.toSorted((a, b) => took(b) - took(a)).slice(0, SLOWEST))
      console.log(`  ${seconds(took(test)).padStart(9)}  ${nameOf(test)}`);
    for (const test of state("skipped")) console.log(`  跳过：${nameOf(test)}`);
    const failed = state("failed").length + broken.length + suites.length + errors.length;
    console.log(`\n${state("passed").length} passed, ${failed} failed`);
  }
}
