import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AttachmentPlace } from "../domain/order/attachment.ts";
import { attachmentBucket } from "./bucket.ts";
import { attachmentFolder } from "./folder.ts";

const bytes = Buffer.from("一张照片".repeat(5000));
const digest = createHash("sha256").update(bytes).digest("hex");
const root = mkdtempSync(join(tmpdir(), "attachment-"));
const file = join(root, "received");
writeFileSync(file, bytes);
afterAll(() => rmSync(root, { recursive: true }));

const content = async (place: AttachmentPlace) => {
  const found = await place.get(digest);
  return found && buffer(found);
};

it("附件文件夹：没有的是空；放进去原样取回；放两次只有一份，没有半个文件", async () => {
  const place = attachmentFolder(join(root, "folder"));
  expect(await place.get(digest)).toBe(null);
  await Promise.all([place.put(digest, file, "image/png"), place.put(digest, file, "image/png")]);
  expect(await content(place)).toEqual(bytes);
  expect(readdirSync(join(root, "folder", digest.slice(0, 2)))).toEqual([digest]);
  await place.remove(digest);
  await place.remove(digest);
  expect(await place.get(digest)).toBe(null);
});

describe("附件桶", () => {
  const objects = new Map<string, Buffer>();
  const signatures: string[] = [];
  // the store is somebody else's: this stands for it
  const store = createServer(async (request, response) => {
    signatures.push(request.headers.authorization ?? "");
    const body = await buffer(request);
    if (request.url!.startsWith("/broken")) return response.writeHead(503).end();
    if (request.method === "PUT") {
      const told = request.headers["x-amz-content-sha256"];
      const right = createHash("sha256").update(body).digest("hex") === told;
      if (right) objects.set(request.url!, body);
      return response.writeHead(right ? 200 : 400).end();
    }
    if (request.method === "DELETE") return response.writeHead(objects.delete(request.url!) ? 204 : 404).end();
    const found = objects.get(request.url!);
    return found ? response.end(found) : response.writeHead(404).end("<Error/>");
  });
  let url: string;
  beforeAll(async () => {
    await once(store.listen(0, "127.0.0.1"), "listening");
    url = `http://127.0.0.1:${(store.address() as AddressInfo).port}`;
  });
  afterAll(() => void store.close());
  const at = (path: string) => attachmentBucket({ url: `${url}${path}`, region: "r1", keyId: "K1", secret: "s" });

  it("没有的是空；放进去原样取回；每个请求都签了名", async () => {
    const place = at("/attachments");
    expect(await place.get(digest)).toBe(null);
    await place.put(digest, file, "image/png");
    expect(await content(place)).toEqual(bytes);
    await place.remove(digest);
    await place.remove(digest);
    expect(await place.get(digest)).toBe(null);
    expect(signatures.every((one) => /^AWS4-HMAC-SHA256 Credential=K1\/\d{8}\/r1\/s3\/aws4_request/.test(one))).toBe(
      true,
    );
  });

  it("存放处出错或连接不上：说出来，不当作没有", async () => {
    await expect(at("/broken").get(digest)).rejects.toMatchObject({ refused: { refused: "storeUnreachable" } });
    await expect(at("/broken").put(digest, file, "image/png")).rejects.toMatchObject({
      refused: { refused: "storeUnreachable" },
    });
    await expect(at("/broken").remove(digest)).rejects.toMatchObject({ refused: { refused: "storeUnreachable" } });
    const nowhere = attachmentBucket({ url: "http://127.0.0.1:1/x", region: "r1", keyId: "K1", secret: "s" });
    await expect(nowhere.get(digest)).rejects.toMatchObject({ refused: { refused: "storeUnreachable" } });
  });
});
