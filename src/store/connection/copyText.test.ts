import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { copyText } from "./copyText.ts";
import type { Row } from "./value.ts";

const textOf = async (rows: Iterable<Row> | AsyncIterable<Row>) => (await buffer(copyText(rows))).toString();

test("空值、数、布尔、字节、数组和文字各按 COPY 的写法，制表、换行和反斜线不断行", async () => {
  const row: Row = [null, -1.5, true, Buffer.from([0, 255]), [1, 2], "一\t二\n三\r四\\五𠮷"];
  expect(await textOf([row, ["x"]])).toBe("\\N\t-1.5\ttrue\t\\\\x00ff\t{1,2}\t一\\t二\\n三\\r四\\\\五𠮷\nx\n");
});

test("行多而长，超过一段也一字不少；一行比一段还长也一样", async () => {
  const words = ["短", "路灯坏了𠮷".repeat(3000), "灯".repeat(200_000), ""];
  const rows = Array.from({ length: 40 }, (_, at): Row => [at, words[at % words.length]!]);
  const whole = rows.map(([at, text]) => `${at}\t${text}\n`).join("");
  expect(await textOf(rows)).toBe(whole);
  expect(
    await textOf(
      (async function* () {
        yield* rows;
      })(),
    ),
  ).toBe(whole);
});

test("没有行就没有文字", async () => {
  expect(await textOf([])).toBe("");
});
