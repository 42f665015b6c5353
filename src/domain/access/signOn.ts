/** 统一认证: signing in elsewhere (OpenID Connect); a port, behind which a provider's client stands. */

/** 去时带走的: what must come back unchanged with whoever comes back. */
export interface Errand {
  state: string;
  nonce: string;
  verifier: string;
}

export interface SignOn {
  /** where the browser is sent, and what it keeps meanwhile; null: the provider can't be reached */
  begin(): Promise<{ url: string; errand: Errand } | null>;
  /** 工号 of whoever came back with these parameters; null: the provider's answer doesn't hold */
  finish(returned: Record<string, string>, errand: Errand): Promise<string | null>;
}
