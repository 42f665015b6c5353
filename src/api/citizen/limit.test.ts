import { describe, expect, it } from "vitest";
import { networkOf } from "./limit.ts";

describe("网络地址", () => {
  it("IPv6 只看前一半，IPv4 看全部", () => {
    expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2");
    expect(networkOf("203.0.113.7")).toBe("203.0.113.7");
    expect(networkOf("::ffff:203.0.113.7")).toBe("::ffff:203.0.113.7");
  });
});
