/** 登录页: what somebody sees who has to sign in first, or to do something about his session. */
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Refused } from "../../domain/refusal.ts";
import { type Html, html, page } from "./html.ts";

const script = readFileSync(new URL("./signIn.client.js", import.meta.url), "utf8");

/** 登录页的脚本, by its digest: no other runs there. */
export const signInScript = `'sha256-${hash("sha256", script, "base64")}'`;

const field = (name: string, words: string, type: "text" | "password", completes: string): Html =>
  html`<p><label>${words}<br><input name="${name}" type="${type}" autocomplete="${completes}" required></label></p>`;

const signIn = (elsewhere: boolean): Html =>
  html`<form data-path="/api/v1/session">${field("number", "工号", "text", "username")}${field("password", "口令", "password", "current-password")}<p><button>登录</button></p></form>${elsewhere ? html`<p><a href="/api/v1/session/oidc">用统一认证登录</a></p>` : null}`;

const changePassword = html`<form data-path="/api/v1/session/password">${field("old", "现在的口令", "password", "current-password")}${field("new", "新口令", "password", "new-password")}<p><button>改口令</button></p></form>`;

/** what is mended on this page; whatever else was refused isn't */
const mended: Record<string, (elsewhere: boolean) => Html> = {
  notSignedIn: signIn,
  sessionExpired: signIn,
  screenLocked: signIn,
  passwordTemporary: () => changePassword,
};

/** 登录页 for what was refused; null: signing in doesn't help. `elsewhere`: there is a 统一认证. */
export function signInPage({ refused, sentence, next = "" }: Refused, elsewhere: boolean): string | null {
  const form = mended[refused];
  if (!form) return null;
  const body = html`<section><p id="said" role="alert">${sentence}${next}</p>${form(elsewhere)}</section><script type="module">${{ html: script }}</script>`;
  return page("登录", false, body);
}
