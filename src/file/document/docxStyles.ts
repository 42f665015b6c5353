import { attribute, type XmlEvents } from "../xlsx/xml.ts";

/** 样式: what a style of the document says of the paragraphs and runs that name it */
export interface WordStyle {
  name?: string;
  basedOn?: string;
  isHidden?: boolean;
  /** the list that its paragraphs are numbered in, and how deep */
  list?: string;
  level?: number;
}

export type WordStyles = Map<string, WordStyle>;

/** a property that stands there is meant, unless it says no */
export const isOn = (attributes: string): boolean => !/^(?:0|false|off)$/.test(attribute(attributes, "val") ?? "");

/** 读样式的回调: fills the styles while the scanner goes through styles.xml */
export function styleEvents(styles: WordStyles): Pick<XmlEvents, "open"> {
  let style: WordStyle = {};
  return {
    open(name, attributes) {
      const value = attribute(attributes, "val");
      if (name === "style") styles.set(attribute(attributes, "styleId") ?? "", (style = {}));
      else if (name === "name") style.name = value;
      else if (name === "basedOn") style.basedOn = value;
      else if (name === "vanish") style.isHidden = isOn(attributes);
      else if (name === "numId") style.list = value;
      else if (name === "ilvl") style.level = Number(value);
    },
  };
}

/** longer chains go in a circle */
const LONGEST = 20;

/** 样式所定: what a style says itself, or else the one it is based on; undefined where none of them says it */
export function styled<Key extends keyof WordStyle>(styles: WordStyles, id: string | undefined, key: Key) {
  let style = styles.get(id ?? "");
  for (let steps = 0; style && steps < LONGEST; steps += 1) {
    if (style[key] !== undefined) return style[key];
    style = styles.get(style.basedOn ?? "");
  }
  return undefined;
}
