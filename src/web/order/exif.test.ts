import { expect, it } from "vitest";
import { exifOf, withExif } from "./exif.ts";

const text = (words: string) => [...words].map((letter) => letter.charCodeAt(0));
/** one entry: the picture was taken with the camera on its side */
const sideways = [
  ...text("Exif\0\0II*\0"),
  ...[8, 0, 0, 0, 1, 0],
  ...[0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0],
  ...text("2022:10:10 09:00"),
];
const exif = [0xff, 0xe1, 0, sideways.length + 2, ...sideways];
const start = [0xff, 0xd8];
const other = [0xff, 0xe0, 0, 4, 1, 2];
const scan = [0xff, 0xda, 0, 2, 9, 9, 0xff, 0xd9];

it("照片缩小后，拍摄的时间和地点还在，只是不再说它是横着的", async () => {
  const found = exifOf(new Uint8Array([...start, ...other, ...exif, ...scan]));
  expect([...found!]).toEqual(exif);
  const made = new Blob(withExif(new Uint8Array([...start, ...scan]), found!));
  const bytes = new Uint8Array(await made.arrayBuffer());
  const kept = exifOf(bytes)!;
  expect(String.fromCharCode(...kept)).toContain("2022:10:10 09:00");
  expect(kept[28]).toBe(1);
  expect([...bytes].slice(-scan.length)).toEqual(scan);
});

it("没有拍摄信息的、残缺的、不是 JPEG 的：没有", () => {
  expect(exifOf(new Uint8Array([...start, ...other, ...scan]))).toBeNull();
  expect(exifOf(new Uint8Array([...start, ...exif.slice(0, 12)]))).toBeNull();
  expect(exifOf(new Uint8Array(text("%PDF-1.7")))).toBeNull();
  expect(exifOf(new Uint8Array())).toBeNull();
});
