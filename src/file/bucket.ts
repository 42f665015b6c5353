/** 附件桶: the same as the folder, in a bucket of any S3-compatible store. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { AwsClient } from "aws4fetch";
import type { AttachmentPlace } from "../domain/order/attachment.ts";
import { Refusal, refuse } from "../domain/refusal.ts";

export interface Bucket {
  /** where objects lie, without a slash at its end: https://store.example/bucket/prefix */
  url: string;
  region: string;
  keyId: string;
  secret: string;
}

/** A large file over a slow line takes its time; a store that is stuck doesn't get all day. */
const PATIENCE = 120_000;

const unreachable = (status: number | null) =>
  new Refusal(
    refuse(
      "storeUnreachable",
      `附件存放处${status === null ? "连接不上" : `答复 ${status}`}。`,
      "请稍后再试；还不行请联系管理员。",
    ),
  );

/** 附件桶; a body is sent once: whoever uploads tries again. Refuses (`storeUnreachable`) what the store refuses. */
export function attachmentBucket({ url, region, keyId, secret }: Bucket): AttachmentPlace {
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, service: "s3", region, retries: 0 });
  const urlOf = (digest: string) => `${url}/${digest.slice(0, 2)}/${digest}`;
  const ask = (digest: string, init: RequestInit) =>
    client.fetch(urlOf(digest), { ...init, signal: AbortSignal.timeout(PATIENCE) }).catch(() => {
      throw unreachable(null);
    });
  return {
    async put(digest, file, type) {
      const { size } = await stat(file);
      const answer = await ask(digest, {
        method: "PUT",
        headers: { "content-type": type, "content-length": String(size), "x-amz-content-sha256": digest },
        body: Readable.toWeb(createReadStream(file)) as ReadableStream,
      });
      await answer.body?.cancel();
      if (!answer.ok) throw unreachable(answer.status);
    },
    async get(digest) {
      const answer = await ask(digest, { method: "GET" });
      if (answer.ok && answer.body) return Readable.fromWeb(answer.body as never);
      await answer.body?.cancel();
      if (answer.status === 404) return null;
      throw unreachable(answer.status);
    },
    async remove(digest) {
      const answer = await ask(digest, { method: "DELETE" });
      await answer.body?.cancel();
      if (!answer.ok && answer.status !== 404) throw unreachable(answer.status);
    },
  };
}
