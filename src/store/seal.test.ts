import fc from "fast-check";
import { expect, it } from "vitest";
import type { KeyRing } from "./keys.ts";
import { indexesOf, normalNumber, seal, unseal } from "./seal.ts";

const ring: KeyRing = {
  current: "k2",
  keys: ["k1", "k2"].map((id, at) => ({ id, secret: new Uint8Array(32).fill(at) })),
};
const person = { id: "01840000-0000-7000-8000-000000000001", name: "𠮷田䶮", phone: "138 0000 0001" };
const contact = { ...person, address: "某街 1 号", identityNumber: "43030019900101002x" };

it("密封后可以启封，名称在基本平面以外也不丢", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.option(fc.string()), (name, phone) => {
      const one = { id: person.id, name, phone, address: null, identityNumber: null };
      expect(unseal(ring, "p", seal(ring, "p", one))).toEqual(one);
    }),
  );
});

it("密文里看不到原文，同一个人两次密封也不一样", () => {
  const [one, other] = [seal(ring, "p", contact), seal(ring, "p", contact)];
  expect(Buffer.from(one.sealed).includes(Buffer.from("田"))).toBe(false);
  expect(one.sealed).not.toEqual(other.sealed);
  expect(one.phone_index).toEqual(other.phone_index);
});

it("搬到别人名下、别的平台或改动一个字节都打不开", () => {
  const sealed = seal(ring, "p", contact);
  expect(() => unseal(ring, "q", sealed)).toThrow();
  expect(() => unseal(ring, "p", { ...sealed, id: "01840000-0000-7000-8000-000000000002" })).toThrow();
  const altered = Buffer.from(sealed.sealed);
  altered[altered.length - 1]! ^= 1;
  expect(() => unseal(ring, "p", { ...sealed, sealed: altered })).toThrow();
});

it("密钥环里没有的密钥、不认识的算法：明确报错", () => {
  const sealed = seal(ring, "p", contact);
  expect(() => unseal({ current: "k1", keys: ring.keys.slice(0, 1) }, "p", sealed)).toThrow("key k2");
  expect(() => unseal(ring, "p", { ...sealed, cipher: "rot13" })).toThrow("rot13");
});

it("号码的写法不影响查找", () => {
  for (const phone of [
    "13800000001",
    "138-0000-0001",
    "+86 138 0000 0001",
    "１３８０００００００１",
    "008613800000001",
  ])
    expect(normalNumber(phone)).toBe("13800000001");
  expect(normalNumber("43030019900101002x")).toBe("43030019900101002X");
});

it("电话和证件号、不同平台、不同密钥的索引互不相同", () => {
  const indexes = [
    ...indexesOf(ring, "p", "phone", "1"),
    ...indexesOf(ring, "p", "identity", "1"),
    ...indexesOf(ring, "q", "phone", "1"),
  ].map((index) => index.toString("hex"));
  expect(new Set(indexes).size).toBe(6);
});
