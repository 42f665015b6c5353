/** 统一认证的客户端 by openid-client: authorization code with PKCE, state, nonce, and the token's signature checked. */
import * as client from "openid-client";
import type { Errand, SignOn } from "../domain/access/signOn.ts";

export interface Provider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** which claim of the token is the staff number */
  claim: string;
  /** where the provider sends the browser back to */
  redirectUri: string;
  /** of what the provider couldn't do: for the log, never for the visitor */
  failed(error: unknown): void;
}

const isLoopback = ({ protocol, hostname }: URL) =>
  protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname);

async function discovered({ issuer, clientId, clientSecret }: Provider): Promise<client.Configuration> {
  const url = new URL(issuer);
  const insecure = isLoopback(url) ? [client.allowInsecureRequests] : [];
  return client.discovery(url, clientId, clientSecret, undefined, {
    execute: [client.enableNonRepudiationChecks, ...insecure],
    timeout: 10,
  });
}

/** 认证服务 asked once; asked again at the next sign-in if it could not be reached. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error) => {
      made = null;
      throw error;
    });
    return made;
  };
}

async function away(configuration: client.Configuration, { redirectUri }: Provider) {
  const errand = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: "openid profile",
    state: errand.state,
    nonce: errand.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(errand.verifier),
    code_challenge_method: "S256",
    // desks are shared: whoever is signed in over there has to show again that it is he
    prompt: "login",
  });
  return { url: url.href, errand };
}

async function numberOf(
  configuration: client.Configuration,
  { redirectUri, claim }: Provider,
  returned: Record<string, string>,
  { state, nonce, verifier }: Errand,
): Promise<string | null> {
  const url = new URL(redirectUri);
  url.search = new URLSearchParams(returned).toString();
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
  const number = (await client.authorizationCodeGrant(configuration, url, checks)).claims()?.[claim];
  return typeof number === "string" ? number : null;
}

/** 统一认证 at this provider. */
export function signOnAt(provider: Provider): SignOn {
  const configuration = once(() => discovered(provider));
  const unlessFailed = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      provider.failed(error);
      return null;
    }
  };
  return {
    begin: () => unlessFailed(async () => away(await configuration(), provider)),
    finish: (returned, errand) => unlessFailed(async () => numberOf(await configuration(), provider, returned, errand)),
  };
}
