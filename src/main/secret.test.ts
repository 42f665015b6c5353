import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { Refusal } from "../domain/refusal.ts";
import { askSecret } from "./secret.ts";

const written = (stream: PassThrough) => String(stream.read() ?? "");

/** a keyboard that remembers whether what is typed would be shown */
function keyboard() {
  const input = Object.assign(new PassThrough(), {
    isTTY: true as const,
    raw: false,
    setRawMode: (raw: boolean) => {
      input.raw = raw;
      return input as never;
    },
  });
  return input;
}

test("从管道来的取第一行，不提示", async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end("口令 一\n别的\n");
  expect(await askSecret(input, output, "口令")).toBe("口令 一");
  expect(written(output)).toBe("");
});

test("管道里什么也没有，就说没有口令", async () => {
  const input = new PassThrough();
  input.end();
  await expect(askSecret(input, new PassThrough(), "口令")).rejects.toThrow(Refusal);
});

test("在终端输两次，不显示；退格删一个字；用完终端恢复原样", async () => {
  const [input, output] = [keyboard(), new PassThrough()];
  input.write("口令x\u007f1\r");
  input.write("口令1\r");
  expect(await askSecret(input, output, "口令")).toBe("口令1");
  expect(written(output)).toBe("口令：\n再输一次：\n");
  expect(input.raw).toBe(false);
});

test("两次不一样就不算", async () => {
  const input = keyboard();
  input.write("一\r二\r");
  await expect(askSecret(input, new PassThrough(), "口令")).rejects.toMatchObject({
    refused: { refused: "secretsDiffer" },
  });
});

test("按 Ctrl-C 就算了，终端恢复原样", async () => {
  const input = keyboard();
  input.write("一\u0003");
  await expect(askSecret(input, new PassThrough(), "口令")).rejects.toMatchObject({
    refused: { refused: "secretMissing" },
  });
  expect(input.raw).toBe(false);
});
