/** 会话的凭证: 256 random bits for the browser or the program; only its SHA-256 is kept. */
import { hash, randomBytes } from "node:crypto";

export const newToken = (): string => randomBytes(32).toString("base64url");

export const digestOf = (token: string): Buffer => hash("sha256", token, "buffer");

/** 像不像凭证: whatever else is sent isn't looked up. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);
