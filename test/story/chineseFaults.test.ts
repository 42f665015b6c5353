/** 填写有误: whatever is wrong with whatever is sent, it is told in Chinese, and the field by its name. */
import { expect, it } from "vitest";
import type { z } from "zod";
import { operations } from "../../src/api/operations.ts";
import { checked } from "../../src/contract/fieldFaults.ts";

const wrongs = [[], {}, "", "x".repeat(200_000), -1, 1.5, 1e12, true, null, undefined, [[]], [{}], ["？"]];

/** what is wrong with each of them, alone and as each field there may be */
const faultsOf = (schema: z.ZodType, fields: readonly string[]): string[] =>
  [...wrongs, ...fields.flatMap((field) => wrongs.map((wrong) => ({ [field]: wrong })))].flatMap((sent) => {
    const read = checked(schema, sent);
    return "faults" in read ? read.faults.map(({ message }) => message) : [];
  });

it("每个接口，每一项填错了都用中文说", () => {
  const said = operations.flatMap(({ params, query, body }) =>
    [params, query, body].flatMap((schema) => {
      const shape = (schema as { shape?: object } | undefined)?.shape;
      return schema ? faultsOf(schema as z.ZodType, Object.keys(shape ?? {})) : [];
    }),
  );
  expect(said.length).toBeGreaterThan(1000);
  expect(
    said.filter((message) => !/\p{Script=Han}/u.test(message) || /invalid|expected|too |undefined/i.test(message)),
  ).toEqual([]);
});
