/** 链接 within these pages. */
import type { ReactNode } from "react";
import { go } from "./address.ts";

export const Link = ({ to, look, children }: { to: string; look?: string; children: ReactNode }) => (
  <a
    href={to}
    className={look}
    onClick={(event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(to);
    }}
  >
    {children}
  </a>
);
