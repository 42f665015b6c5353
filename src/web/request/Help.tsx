/** 一条建议: what it is about, the key that takes it, and its ground. */
import type { ReactNode } from "react";
import "./request.css";

interface HelpProps {
  name: string;
  /** what its key does */
  act: ReactNode;
  children: ReactNode;
}

export const Help = ({ name, act, children }: HelpProps) => (
  <section className="help" aria-label={name}>
    <header className="row">
      <h3 className="meta">{name}</h3>
      <span className="end">{act}</span>
    </header>
    {children}
  </section>
);
