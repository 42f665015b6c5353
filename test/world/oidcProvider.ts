/** 统一认证 of another house: a small OpenID provider over HTTP, which believes whoever the test says is there. */
import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

const base64 = (content: string | Buffer) => Buffer.from(content).toString("base64url");

export interface OidcProvider {
  issuer: string;
  /** who is signed in there, and how its tokens go wrong */
  says: { number: string; audience: string; nonce: string | null; forged: boolean };
  close(): Promise<void>;
}

export const CLIENT = { clientId: "rexian", clientSecret: "a secret between the two" };

/** 开一个统一认证 on this machine. */
export async function oidcProvider(): Promise<OidcProvider> {
  const key = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const other = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const says = { number: "", audience: CLIENT.clientId, nonce: null as string | null, forged: false };
  const codes = new Map<string, URLSearchParams>();
  let issuer = "";

  function tokenFor(asked: URLSearchParams): string {
    const seconds = Math.floor(Date.now() / 1000);
    const claims = {
      ...{ iss: issuer, aud: says.audience, sub: "1", iat: seconds, exp: seconds + 60 },
      ...{ nonce: says.nonce ?? asked.get("nonce"), preferred_username: says.number },
    };
    const content = `${base64(JSON.stringify({ alg: "RS256", kid: "k" }))}.${base64(JSON.stringify(claims))}`;
    const by = says.forged ? other : key;
    return `${content}.${base64(sign("sha256", Buffer.from(content), by.privateKey))}`;
  }

  const answers: Record<string, (url: URL, request: IncomingMessage, reply: ServerResponse) => unknown> = {
    "/.well-known/openid-configuration": () => ({
      ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
      ...{ jwks_uri: `${issuer}/keys`, response_types_supported: ["code"], subject_types_supported: ["public"] },
      id_token_signing_alg_values_supported: ["RS256"],
    }),
    "/keys": () => ({ keys: [{ ...key.publicKey.export({ format: "jwk" }), kid: "k", alg: "RS256", use: "sig" }] }),
    "/authorize": ({ searchParams }, _, reply) => {
      const code = randomUUID();
      codes.set(code, searchParams);
      const back = new URL(searchParams.get("redirect_uri")!);
      back.search = new URLSearchParams({ code, state: searchParams.get("state")! }).toString();
      reply.writeHead(302, { location: back.href });
    },
    "/token": async (_, request, reply) => {
      const given = new URLSearchParams(await text(request));
      const asked = codes.get(given.get("code") ?? "");
      codes.delete(given.get("code") ?? "");
      const challenge = base64(
        createHash("sha256")
          .update(given.get("code_verifier") ?? "")
          .digest(),
      );
      const known = given.get("client_secret") === CLIENT.clientSecret;
      if (known && asked?.get("code_challenge") === challenge)
        return { access_token: "a", token_type: "Bearer", expires_in: 60, id_token: tokenFor(asked) };
      reply.statusCode = 400;
      return { error: "invalid_grant" };
    },
  };

  const server = createServer(async (request, reply) => {
    const url = new URL(request.url!, issuer);
    const answer = await answers[url.pathname]?.(url, request, reply);
    if (answer !== undefined && !reply.headersSent) reply.setHeader("content-type", "application/json");
    reply.end(answer === undefined ? undefined : JSON.stringify(answer));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    says,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
