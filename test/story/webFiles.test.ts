/** 工作台的文件: how they are sent. */
import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Fastify from "fastify";
import { describe, expect, it } from "vitest";
import { registerWeb, webFiles } from "../../src/main/webFiles.ts";

const opened = (files = webFiles()) => {
  const app = Fastify();
  registerWeb(app, files);
  return app;
};
const script = () => `/assets/${readdirSync("dist/web/assets").find((name) => name.endsWith(".js"))}`;

describe("工作台的文件", () => {
  it("/desk 下的每个地址都是同一页，脚本只从本服务器来，别的网站嵌不进去", async () => {
    for (const url of ["/desk", "/desk/", "/desk/unit?order=1"]) {
      const { statusCode, headers, body } = await opened().inject({ url });
      expect([statusCode, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
      expect(body).toContain('<html lang="zh-CN">');
      expect(headers["content-security-policy"]).toContain("script-src 'self'; connect-src 'self'");
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["cache-control"]).toBe("no-cache");
    }
  });

  it("压缩着送，改了内容就改名字的可以一直存着；没有变的不再送", async () => {
    const app = opened();
    const zipped = await app.inject({ url: script(), headers: { "accept-encoding": "gzip, br" } });
    expect(zipped.headers["content-encoding"]).toBe("gzip");
    expect(zipped.headers["cache-control"]).toContain("immutable");
    const plain = await app.inject({ url: script() });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(gunzipSync(zipped.rawPayload)).toEqual(plain.rawPayload);
    const again = await app.inject({ url: script(), headers: { "if-none-match": String(plain.headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
  });

  it("没有构建就说怎样构建；没有的文件就是没有", async () => {
    const app = opened(webFiles("/没有这个文件夹"));
    app.setErrorHandler((error, _, reply) => reply.status(404).send((error as Error).message));
    expect((await app.inject({ url: "/desk" })).body).toContain("网页还没有构建。");
    for (const url of ["/assets/../desk.html", "/assets/%2e%2e/%2e%2e/package.json", "/assets/none.js", "/.built"])
      expect((await opened().inject({ url })).statusCode).toBe(404);
  });

  it("为 Chromium 109 构建：没有它不认识的样式和脚本", () => {
    const newer =
      /\bPromise\.(withResolvers|try)\b|\b(Object|Map)\.groupBy\b|\bArray\.fromAsync\b|\.isWellFormed\(|\bnew Set\([^)]*\)\.(union|intersection|difference)\(|\bIterator\.from\b|\.with\(\d/;
    const style = /@container\s+style|:has-slotted|@starting-style|@scope\b|light-dark\(|@view-transition/;
    const built = readdirSync("dist/web/assets").map((name) => [name, readFileSync(`dist/web/assets/${name}`, "utf8")]);
    const wrong = built.filter(([name, text]) => (name!.endsWith(".css") ? style : newer).test(text!));
    expect(wrong.map(([name]) => name)).toEqual([]);
  });
});
