import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { deriveKey, type Purpose } from "./derive-key.ts";

declare const sealed: unique symbol;
/** A value as it is stored: `v1:`, the id of its key, `:`, then nonce, tag and ciphertext in base64url. */
export type Sealed = string & { readonly [sealed]: true };

export type Seal = {
  /** Encrypts `text`. Only the same `context` opens it: with the id of its row, it is of no use in another row. */
  seal(text: string, context: string): Sealed;
  /** The text; `undefined` where no secret at hand and no other context than `context` opens it. */
  open(value: string, context: string): string | undefined;
  /** Whether `value` was sealed with the previous secret. */
  isPrevious(value: string): boolean;
};

export type SealOptions = {
  purpose: Purpose;
  secret: string;
  /** Opens values that were sealed before the secret changed; nothing is sealed with it. Empty: there is none. */
  previousSecret?: string;
};

const pattern = /^v1:([\w-]{8}):([\w-]+)$/;
/** The same pattern in SQL, for conditions on a column: `phone !~ '…'` finds the values that are not sealed. */
export const sealedPattern = "^v1:[A-Za-z0-9_-]{8}:[A-Za-z0-9_-]+$";
const nonceBytes = 12;
const tagBytes = 16;

export function isSealed(value: string): value is Sealed {
  return pattern.test(value);
}

/** Seals values with AES-256-GCM under a key of this purpose. */
export function createSeal({ purpose, secret, previousSecret = "" }: SealOptions): Seal {
  const current = { id: keyId(secret, purpose), key: deriveKey(secret, purpose) };
  const previous =
    previousSecret !== "" && previousSecret !== secret
      ? { id: keyId(previousSecret, purpose), key: deriveKey(previousSecret, purpose) }
      : undefined;
  return {
    seal(text, context) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", current.key, nonce).setAAD(Buffer.from(context));
      const ciphertext = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      const bytes = Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
      return `v1:${current.id}:${bytes.toString("base64url")}` as Sealed;
    },
    open(value, context) {
      const [, id, text = ""] = pattern.exec(value) ?? [];
      const key = [current, previous].find((each) => each?.id === id)?.key;
      return key && decrypt(Buffer.from(text, "base64url"), key, Buffer.from(context));
    },
    isPrevious: (value) => previous !== undefined && pattern.exec(value)?.[1] === previous.id,
  };
}

/**
 * Decrypts nonce, tag and ciphertext of AES-256-GCM; `undefined` where the key or the additional data is another, or a byte
 * was changed.
 */
export function decrypt(bytes: Buffer, key: Buffer, additionalData = Buffer.alloc(0)): string | undefined {
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
      .setAAD(additionalData)
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const ciphertext = bytes.subarray(nonceBytes + tagBytes);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}

/** Names a key without revealing it, so that values of another secret are recognised without trying to open them. */
function keyId(secret: string, purpose: Purpose): string {
  return deriveKey(secret, `id of the key for ${purpose}`, 6).toString("base64url");
}
