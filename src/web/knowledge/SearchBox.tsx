/** 检索框: nothing is looked for while an input method composes; Enter goes to what was found. */

import { Input } from "antd";
import { useEffect, useState } from "react";
import { composing } from "../shell/keys.ts";
import { capOf } from "../shell/ownKeys.ts";

interface SearchBoxProps {
  query: string;
  set(query: string): void;
  /** shows the list of what is found */
  search(): void;
}

/** one who types isn't asked for at every stroke */
const REST = 200;

export function SearchBox({ query, set, search }: SearchBoxProps) {
  const [typed, setTyped] = useState(query);
  const [writing, setWriting] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told of what is typed, not of who listens
  useEffect(() => {
    if (writing) return;
    const timer = setTimeout(() => set(typed.trim()), REST);
    return () => clearTimeout(timer);
  }, [typed, writing]);
  return (
    <Input
      id="search-knowledge"
      type="search"
      aria-label="检索知识，两个字就行"
      placeholder="检索，两个字就行"
      suffix={<span className="cap" data-cap={capOf("/")} />}
      value={typed}
      maxLength={100}
      onCompositionStart={() => setWriting(true)}
      onCompositionEnd={() => setWriting(false)}
      onChange={({ target }) => {
        setTyped(target.value);
        search();
      }}
      onKeyDown={(event) => {
        if (composing(event.nativeEvent) || event.key !== "Enter") return;
        set(typed.trim());
        document.querySelector<HTMLElement>(".found .scroll")?.focus();
      }}
    />
  );
}
