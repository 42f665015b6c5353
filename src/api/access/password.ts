/** 口令的摘要: argon2id; slow on purpose, and as slow for a number that nobody has. */
import { hash, verify } from "@node-rs/argon2";

/** 算摘要 as a PHC string: 19 MiB, two passes, one lane; the library's default kind is argon2id. */
export const passwordHash = (password: string): Promise<string> =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

let nobodys: Promise<string> | null = null;

/** 核对口令: without a hash it takes as long and says no. */
export async function passwordMatches(kept: string | null, password: string): Promise<boolean> {
  nobodys ??= passwordHash("nobody has this password");
  return (await verify(kept ?? (await nobodys), password)) && kept !== null;
}
