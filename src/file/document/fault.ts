import { type Refused, refuse } from "../../domain/refusal.ts";

/** 读不了的文档: one sentence each, with what to do. */
const saveAs = "请用 Word 或 WPS 打开，另存为 .docx 后再审核。";

export const faults = {
  oldFormat: refuse("documentOldFormat", "这是旧版 .doc 或 .wps 文件，读不了。", saveAs),
  encrypted: refuse("documentEncrypted", "这个文件设有打开密码，读不了。", "请取消密码，另存后再审核。"),
  damaged: refuse("documentDamaged", "这个文件不完整或已损坏，读不了。", "请打开原文，另存一份后再审核。"),
  tooLarge: refuse(
    "documentTooLarge",
    "这个文件或解开后的内容过大，没有读取。",
    "请去掉图片，或另存为 .txt 后再审核。",
  ),
  notDocument: refuse("documentUnknown", "这不是能审核的文件。", "能审核的有：.docx、带文字的 .pdf、.html、.txt。"),
  wordXml: refuse("documentWordXml", "这是存成 XML 的 Word 文件，读不了。", saveAs),
  webArchive: refuse(
    "documentWebArchive",
    "这是打包保存的网页（.mht），读不了。",
    "请用浏览器打开，另存为 .html 后再审核。",
  ),
  empty: refuse("documentEmpty", "这个文件是空的，没有文字。", "请打开原文，另存一份后再审核。"),
  framed: refuse("documentFramed", "这个网页的正文在框架里，这里没有正文。", "请打开正文所在的页面，另存后再审核。"),
  emptyPage: refuse(
    "documentEmptyPage",
    "这个网页里没有文字。",
    "请用浏览器打开，等内容出来后另存，或把文字复制到 .txt 后再审核。",
  ),
  noChinese: refuse(
    "documentNoChinese",
    "这个文件里没有中文，不像热线报告，没有审核。",
    "请确认选对了文件；文字显示不出来的，请另存为 .docx 或 .txt 后再审核。",
  ),
  noText: refuse("documentNoText", "这个文件里没有文字，可能是扫描件。", "请换成带文字的 .pdf，或 .docx、.txt。"),
  undecoded: refuse(
    "documentUndecoded",
    "这个 .pdf 里有的字体没有写明是哪些字，读不出来。",
    "请换成 .docx 或 .txt，或用 Word、WPS 重新导出 .pdf 后再审核。",
  ),
  encoding: refuse(
    "documentEncoding",
    "这个文本文件既不是 UTF-8 也不是 GB18030 编码，读不了。",
    "请另存为 UTF-8 编码的 .txt 后再审核。",
  ),
} satisfies Record<string, Refused>;
