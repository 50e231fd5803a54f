import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { clientAddress, isLocalHost, isLoopback, limitKey, readTrustedProxies } from "./client-address.ts";

describe("the address of a client", () => {
  const trusts = readTrustedProxies("loopback, 10.0.0.0/8, 2001:db8:1::/48");

  test("is that of the connection where no proxy is trusted", () => {
    assert.equal(clientAddress("127.0.0.1", "203.0.113.9", readTrustedProxies("")), "127.0.0.1");
    assert.equal(clientAddress("198.51.100.1", "203.0.113.9", trusts), "198.51.100.1");
  });

  test("is the first one from the end that is no trusted proxy", () => {
    for (const [peer, forwardedFor, expected] of [
      ["127.0.0.1", undefined, "127.0.0.1"],
      ["127.0.0.1", "203.0.113.9", "203.0.113.9"],
      ["::ffff:127.0.0.1", "::ffff:203.0.113.9", "203.0.113.9"],
      ["127.0.0.1", "203.0.113.9, 10.1.2.3", "203.0.113.9"],
      ["10.1.2.3", "1.2.3.4, 203.0.113.9, 127.0.0.1", "203.0.113.9"],
      ["2001:db8:1::7", "2001:db8:2::1", "2001:db8:2::1"],
      ["127.0.0.1", "10.1.1.1", "10.1.1.1"],
    ] as const)
      assert.equal(clientAddress(peer, forwardedFor, trusts), expected, `${peer}: ${forwardedFor}`);
  });

  test("is the last that can be read, where a trusted proxy passes on what is no address", () => {
    assert.equal(clientAddress("127.0.0.1", "203.0.113.9, unknown", trusts), "127.0.0.1");
    assert.equal(clientAddress("127.0.0.1", "'; DROP TABLE, 10.0.0.1", trusts), "10.0.0.1");
  });

  test("settings that name no network are refused", () => {
    for (const text of ["1", "everyone", "10.0.0.0/99", "10.0.0.0/", "loopback, x"])
      assert.throws(() => readTrustedProxies(text), /JANGTEO_TRUSTED_PROXIES/, text);
  });
});

test("limits count an IPv6 network of 64 bits as one address", () => {
  for (const [address, key] of [
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["64:ff9b::192.0.2.33", "64:ff9b:0:0::/64"],
  ])
    assert.equal(limitKey(address!), key);
});

test("this machine's own addresses are told from all others", () => {
  for (const own of ["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1", "::FFFF:127.0.0.1"])
    assert.equal(isLoopback(own), true, own);
  for (const other of [
    "",
    "128.0.0.1",
    "10.0.0.1",
    "1127.0.0.1",
    "::2",
    "::ffff:10.0.0.1",
    "127.evil.example",
    "0.0.0.0",
  ])
    assert.equal(isLoopback(other), false, other);
});

test("a Host names this machine, or another one", () => {
  for (const own of ["localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:8080", "[::1]:8080", "127.9.8.7"])
    assert.equal(isLocalHost(own), true, own);
  for (const other of ["", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "[::2]", "10.0.0.1"])
    assert.equal(isLocalHost(other), false, other);
});
