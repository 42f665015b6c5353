const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** XML forbids most control characters and half surrogates, even escaped; a reader shows U+FFFD instead. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the ones to take out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** 转义: text as it may stand in HTML or SVG, in content and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(forbidden, "\ufffd").replace(/[&<>"']/g, (sign) => entities[sign]!);

/** 脚本内数据: a value as JSON that cannot end the script element that holds it. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
