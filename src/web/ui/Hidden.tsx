/** 会隐去的话: what of a text tells who somebody is, and what is put there instead when it is kept. */
import type { Identifying } from "../../domain/access/anonymise.ts";

export function Hidden({ found }: { found: readonly Identifying[] }) {
  if (found.length === 0) return null;
  const told = [...new Set(found.map(({ said, put }) => `“${said}”写成“${put}”`))];
  return (
    <p className="warning" role="status">
      能认出人的话，存下时隐去：{told.join("；")}。
    </p>
  );
}
