/**
 * 拒绝: an expected "no": a stable code, a Chinese sentence that says what happened, and what to do next.
 * Pure code returns it as a value; at the edge of a command it may be thrown so that it ends there, printed once.
 */
export interface Refused {
  refused: string; // stable code: 'unknownMonth'
  sentence: string;
  next?: string;
}

/** 多处有错 of one thing that was handed in: each place with its own sentence. */
export interface RefusedInPlaces extends Refused {
  places: readonly string[];
}

export class Refusal extends Error {
  readonly refused: Refused;
  constructor(refused: Refused) {
    super(refused.next ? `${refused.sentence}${refused.next}` : refused.sentence);
    this.refused = refused;
  }
}

/** 拒绝的值: builds one. */
export const refuse = (code: string, sentence: string, next?: string): Refused => ({ refused: code, sentence, next });

/** 能不能做，为什么不能: what a button needs to be grey with its reason. */
export const allowance = (refused: Refused | null) =>
  refused === null
    ? { allowed: true }
    : { allowed: false, sentence: refused.sentence, ...(refused.next ? { next: refused.next } : {}) };

/** 是否拒绝: an answer that is an expected "no". */
export const isRefused = (value: unknown): value is Refused =>
  typeof value === "object" && value !== null && "refused" in value && "sentence" in value;
