/** 网页的文件: what `bin/install` built, read once, and sent as it is; every address below /desk is one page, below /citizen another. */
import { hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Refusal, refuse } from "../domain/refusal.ts";

const built = fileURLToPath(new URL("../../dist/web", import.meta.url));

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

interface File {
  type: string;
  plain: Buffer;
  /** when first asked for: a start waits for none of them */
  zipped(): Buffer;
  tag: string;
  /** its name changes with its content */
  named: boolean;
}

function zipping(plain: Buffer): () => Buffer {
  let zipped: Buffer | null = null;
  return () => (zipped ??= gzipSync(plain));
}

/** 网页的文件 by their address. */
export function webFiles(folder = built): Map<string, File> {
  const files = new Map<string, File>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    const [plain, address] = [readFileSync(path), `/${relative(folder, path).replaceAll("\\", "/")}`];
    const tag = `"${hash("sha256", plain, "base64url").slice(0, 22)}"`;
    files.set(address, { type, plain, zipped: zipping(plain), tag, named: address.startsWith("/assets/") });
  }
  return files;
}

/** components bring their styles as they come up */
const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; media-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const YEAR = "public, max-age=31536000, immutable";

function send(file: File, request: FastifyRequest, reply: FastifyReply) {
  reply.header("content-security-policy", policy).header("etag", file.tag).header("vary", "accept-encoding");
  reply.header("cache-control", file.named ? YEAR : "no-cache");
  if (request.headers["if-none-match"] === file.tag) return reply.status(304).send();
  const zips = String(request.headers["accept-encoding"] ?? "").includes("gzip");
  if (zips) reply.header("content-encoding", "gzip");
  return reply.type(file.type).send(zips ? file.zipped() : file.plain);
}

/** 登记工作台的网页; without a build it says how to make one. */
export function registerWeb(app: FastifyInstance, files = webFiles()): void {
  for (const [address, file] of files)
    if (file.type !== types[".html"]) app.get(address, (request, reply) => send(file, request, reply));
  const page = (address: string) => (request: FastifyRequest, reply: FastifyReply) => {
    const file = files.get(address);
    if (file) return send(file, request, reply);
    throw new Refusal(refuse("notFound", "网页还没有构建。", "请运行 sh bin/install，再启动。"));
  };
  app.get("/desk", page("/desk.html"));
  app.get("/desk/*", page("/desk.html"));
  app.get("/citizen", page("/citizen.html"));
  app.get("/citizen/*", page("/citizen.html"));
}
