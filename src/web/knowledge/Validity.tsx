import type { Article } from "./data.ts";

type Validity = Article["validity"];

const tones: Record<Validity["state"], string> = { valid: "", soon: " amber", expired: " red", notYet: "" };

/** 有效期: words; colour only for what is about to end or has ended. `quiet`: says nothing where all is well. */
export const ValidityTag = ({ validity: { state, words }, quiet }: { validity: Validity; quiet?: boolean }) =>
  quiet && state === "valid" ? null : <span className={`tag${tones[state]}`}>{words}</span>;
