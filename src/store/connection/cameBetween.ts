const CODES = new Set(["40001", "40P01"]);

/** 别人抢先: what the database says when another's write came between. */
export const cameBetween = (error: unknown): boolean => CODES.has((error as { code?: string }).code ?? "");
