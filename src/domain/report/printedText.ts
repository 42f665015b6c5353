/** 印出的文字: what an edition printed beside its figures, text by text, and what another one prints otherwise. */

/** 一处文字 as it was printed */
export interface PrintedText {
  /** by which it is found again in another edition: section and paragraph */
  name: string;
  /** 在哪里, as a reader would say it: 总体情况 */
  where: string;
  /** several lines of remarks and of tables */
  text: string;
  /** 其中手写的数字 */
  typed: string[];
}

type Side = Pick<PrintedText, "text" | "typed">;

/** 一处不同; null: that edition doesn't print it */
export interface TextChange {
  where: string;
  before: Side | null;
  after: Side | null;
}

const whole = ({ text, typed }: Side): Side => ({ text, typed });

/** of several lines only those that the other side doesn't have */
function apart(of: PrintedText | undefined, other: PrintedText | undefined): Side | null {
  if (!of) return null;
  const lines = of.text.split("\n");
  const others = new Set(other?.text.split("\n"));
  return { text: lines.filter((line) => !others.has(line)).join("\n"), typed: of.typed };
}

/** 文字的不同 from one edition to another: changed, added, gone; in the order of the later, what is gone last. */
export function textChanges(before: readonly PrintedText[], after: readonly PrintedText[]): TextChange[] {
  const [earlier, later] = [before, after].map((all) => new Map(all.map((one) => [one.name, one])));
  return [...new Set([...later!.keys(), ...earlier!.keys()])].flatMap((name) => {
    const [was, is] = [earlier!.get(name), later!.get(name)];
    if (was?.text === is?.text) return [];
    const [before, after] = [apart(was, is), apart(is, was)];
    // the same lines in another order, or one of them once more
    if (before?.text === "" && after?.text === "")
      return [{ where: is!.where, before: whole(was!), after: whole(is!) }];
    return [{ where: (is ?? was)!.where, before, after }];
  });
}
