/** 读 XML 的回调: element names without their prefix; texts in pieces, entities already replaced. */
export interface XmlEvents {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** what is no XML, or XML that could make a reader work for ever */
export class XmlFault extends Error {}

/** a tag with everything between its quotes */
const tag = /<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>/y;
const longestPiece = 2 ** 22;
const skipped = [
  { start: "<?", end: "?>" },
  { start: "<!--", end: "-->" },
];

/** XML 逐段读: feed it the text piece by piece; what is cut off at the end of a piece waits for the next. No DTD. */
export function xmlScanner(events: XmlEvents): (piece: string) => void {
  let rest = "";
  return (piece) => {
    const text = rest + piece;
    let at = 0;
    for (let start = text.indexOf("<"); start >= 0; start = text.indexOf("<", at)) {
      const end = markupEnd(text, start);
      if (end < 0) break;
      if (start > at) events.text(unescaped(text.slice(at, start)));
      report(text.slice(start, end), events);
      at = end;
    }
    rest = text.slice(at);
    if (rest.length > longestPiece) throw new XmlFault("a tag or text without an end");
  };
}

function markupEnd(text: string, start: number): number {
  if (text.startsWith("<![CDATA[", start)) return after(text, "]]>", start);
  const skip = skipped.find((kind) => text.startsWith(kind.start, start));
  if (skip) return after(text, skip.end, start);
  tag.lastIndex = start;
  return tag.test(text) ? tag.lastIndex : -1;
}

const after = (text: string, end: string, start: number): number => {
  const at = text.indexOf(end, start);
  return at < 0 ? -1 : at + end.length;
};

function report(markup: string, events: XmlEvents) {
  if (markup.startsWith("<![CDATA[")) return events.text(markup.slice(9, -3));
  if (markup.startsWith("<?") || markup.startsWith("<!--")) return;
  if (markup.startsWith("<!")) throw new XmlFault("a document type is not allowed here");
  const isClosing = markup.charCodeAt(1) === 47;
  const match = /^<\/?(?:[^\s:/>]+:)?([^\s/>]+)/.exec(markup);
  if (!match) throw new XmlFault(`no element: ${markup.slice(0, 40)}`);
  const name = match[1]!;
  if (!isClosing) events.open(name, markup.slice(match[0].length));
  if (isClosing || markup.endsWith("/>")) events.close(name);
}

const patterns = new Map<string, RegExp>();

/** one attribute of a tag, by its name without prefix; undefined when it is not there */
export function attribute(attributes: string, name: string): string | undefined {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const match = pattern.exec(attributes);
  return match ? unescaped(match[1] ?? match[2]!) : undefined;
}

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.includes("&")
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
        if (name) return entities[name] ?? whole;
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
      })
    : text;
