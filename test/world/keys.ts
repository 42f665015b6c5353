import type { KeyRing } from "../../src/store/keys.ts";

export const testKeys: KeyRing = { current: "k1", keys: [{ id: "k1", secret: new Uint8Array(32).fill(7) }] };
