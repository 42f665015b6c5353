/** 统一写法: full-width digits and signs as half-width ones, all blanks as one kind; the length stays the same. */
const pairs: Record<string, string> = {
  "％": "%",
  "．": ".",
  "﹪": "%",
  "／": "/",
  "：": "：",
  ":": "：",
  "(": "（",
  ")": "）",
  ",": "，",
  ";": "；",
  "－": "-",
  "–": "-",
  "—": "-",
  "−": "-",
  "~": "～",
  "\u00a0": " ",
  "\u3000": " ",
};

export function normalise(text: string): string {
  const halved = text
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    // “七月该类登记152件”; 十月 would be longer
    .replace(
      /(?<=^|[，,。；;：:（(、\s比较与])(十[一二]|[一二三四五六七八九])月(?=[份，,。；;：:、（(该受办共诉登的])/g,
      (_, month: string) => `${month.length > 1 ? `1${digitOf(month[1]!)}` : digitOf(month)}月`,
    );
  // a comma as wide as the digits on both its sides is written with them
  const joined = halved.replace(/，/g, (sign, at: number) =>
    /^[０-９]，[０-９]$/.test(text.slice(at - 1, at + 2)) ? "," : sign,
  );
  // “未形成诉求.派发工单”: a point behind a word ends a sentence, behind a digit or a letter it doesn't
  const ended = joined.replace(/(?<=[\u4e00-\u9fff）”%件个])\.(?=$|\s|[\u4e00-\u9fff“（(])/g, "。");
  return ended.replace(/[％．﹪／:(),;－–—−~\u00a0\u3000]/g, (sign, at: number) =>
    isThousands(ended, at, sign) ? "," : (pairs[sign] ?? sign),
  );
}

const digitOf = (word: string): number => "一二三四五六七八九".indexOf(word) + 1;

/** a comma between digits in groups of three belongs to the number; the whole group is looked at */
function isThousands(text: string, at: number, sign: string): boolean {
  if (sign !== "," || !/^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))) return false;
  return /(^|[^\d.,])\d{1,3}(,\d{3})*$/.test(text.slice(Math.max(0, at - 16), at));
}
