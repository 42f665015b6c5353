/** 附件存放处 of an installation: the data folder, or the bucket that the environment names. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Desk } from "../api/visit.ts";
import { Refusal, refuse } from "../domain/refusal.ts";
import { attachmentBucket } from "../file/bucket.ts";
import { attachmentFolder } from "../file/folder.ts";
import type { Place } from "./place.ts";

/** Uploads are received beside the data in any case. */
export function attachmentsAt({ data }: Place, environment: NodeJS.ProcessEnv = process.env): Desk["attachments"] {
  const folder = join(data, "attachments");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const url = environment.REXIAN_BUCKET;
  if (!url) return { place: attachmentFolder(folder), folder };
  const { AWS_ACCESS_KEY_ID: keyId, AWS_SECRET_ACCESS_KEY: secret } = environment;
  if (!URL.canParse(url) || !keyId || !secret)
    throw new Refusal(
      refuse(
        "bucketUnclear",
        "附件桶没有配置完整。",
        "REXIAN_BUCKET 写桶的网址，AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY 写密钥。",
      ),
    );
  const region = environment.AWS_REGION || "us-east-1";
  return { place: attachmentBucket({ url: url.replace(/\/+$/, ""), region, keyId, secret }), folder };
}
