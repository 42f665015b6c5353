/** 编辑框: words are typed, numbers are pieces that stand whole or go whole. */
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useEffect } from "react";
import type { Template } from "../../../domain/report/template.ts";
import { copyTo, fragmentOf, insertInto, pastedFrom, templateIn } from "./chips.ts";

interface WritingBoxProps {
  box: RefObject<HTMLDivElement | null>;
  /** what stands there at first; afterwards the box is its own */
  start: Template;
  label: string;
  /** Enter begins another line; else what is written is one */
  lines: boolean;
  describedBy: string;
  changed(text: Template): void;
}

export function WritingBox({ box, start, label, lines, describedBy, changed }: WritingBoxProps) {
  // the browser writes in it from now on; what it is given at first is given once
  // biome-ignore lint/correctness/useExhaustiveDependencies: the start is the start
  useEffect(() => {
    box.current?.replaceChildren(fragmentOf(start));
    box.current?.focus();
  }, []);
  const tell = () => box.current && changed(templateIn(box.current));
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    if (box.current) insertInto(box.current, pastedFrom(event.clipboardData, lines));
    tell();
  };
  const copy = (event: ClipboardEvent) => {
    if (copyTo(event.clipboardData)) event.preventDefault();
    if (event.type === "cut") {
      document.getSelection()?.deleteFromDocument();
      tell();
    }
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!lines || !box.current) return;
    insertInto(box.current, ["\n"]);
    tell();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a textarea holds no pieces
    <div
      ref={box}
      className="writing-box"
      contentEditable
      suppressContentEditableWarning
      role="textbox"
      tabIndex={0}
      aria-multiline="true"
      aria-label={label}
      aria-describedby={describedBy}
      onInput={tell}
      onPaste={paste}
      onCopy={copy}
      onCut={copy}
      onDrop={(event) => event.preventDefault()}
      onKeyDown={key}
    />
  );
}
