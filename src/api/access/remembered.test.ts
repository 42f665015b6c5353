import { beforeEach, expect, test } from "vitest";
import { forgetAccount, type Known, recall, remember } from "./remembered.ts";

const digest = Buffer.from("摘要");
const known = (account: string, readAt: number) =>
  ({ session: { account }, units: null, idle: 1, readAt }) as unknown as Known;

beforeEach(() => forgetAccount("a"));

test("记住两秒；过了、时钟倒了都不算", () => {
  remember("p", digest, known("a", 10_000));
  expect(recall("p", digest, 11_999)).not.toBeNull();
  expect(recall("p", digest, 12_000)).toBeNull();
  expect(recall("p", digest, 9_999)).toBeNull();
});

test("只在自己的平台上算", () => {
  remember("p", digest, known("a", 10_000));
  expect(recall("q", digest, 10_000)).toBeNull();
});

test("忘掉一个人，别人的还在", () => {
  remember("p", digest, known("a", 10_000));
  remember("p", Buffer.from("别人"), known("b", 10_000));
  forgetAccount("a");
  expect(recall("p", digest, 10_000)).toBeNull();
  expect(recall("p", Buffer.from("别人"), 10_000)).not.toBeNull();
});
