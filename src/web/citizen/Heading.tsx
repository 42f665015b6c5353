/** 题目 of a page: takes the focus when the page changes, and names the window. */
import { type ReactNode, useEffect, useRef } from "react";

export function Heading({ children, title }: { children: ReactNode; title: string }) {
  const here = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · 12345 热线`;
    here.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <h1 tabIndex={-1} ref={here}>
      {children}
    </h1>
  );
}
