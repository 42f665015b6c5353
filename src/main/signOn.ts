import type { SignOn } from "../domain/access/signOn.ts";
import { Refusal, refuse } from "../domain/refusal.ts";
import { signOnAt } from "../oidc/signOn.ts";

const wrong = (name: string, next: string) => new Refusal(refuse("invalidSignOn", `环境变量 ${name} 不对。`, next));

function urlOf(name: string, value: string | undefined): URL {
  if (value !== undefined && URL.canParse(value)) return new URL(value);
  throw wrong(name, "请写成 https://sso.example 的样子。");
}

/**
 * 统一认证的设置: $OIDC_ISSUER with $OIDC_CLIENT_ID, $OIDC_CLIENT_SECRET, the claim that holds the staff number in $OIDC_CLAIM
 * (preferred_username), and $REXIAN_PUBLIC_URL, where browsers find this server. Without an issuer there is none.
 */
export function signOnFrom(environment: NodeJS.ProcessEnv, failed: (error: unknown) => void): SignOn | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_CLAIM, REXIAN_PUBLIC_URL } = environment;
  if (!OIDC_ISSUER) return null;
  const issuer = urlOf("OIDC_ISSUER", OIDC_ISSUER);
  if (!OIDC_CLIENT_ID) throw wrong("OIDC_CLIENT_ID", "请写统一认证给本系统的编号。");
  if (!OIDC_CLIENT_SECRET) throw wrong("OIDC_CLIENT_SECRET", "请写统一认证给本系统的密钥。");
  return signOnAt({
    issuer: issuer.href,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    claim: OIDC_CLAIM || "preferred_username",
    redirectUri: new URL("/api/v1/session/oidc/callback", urlOf("REXIAN_PUBLIC_URL", REXIAN_PUBLIC_URL)).href,
    failed,
  });
}
