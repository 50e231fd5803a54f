import { chmodSync, lstatSync, mkdirSync, readFileSync, statSync } from "node:fs";

/** Modes of folders and files that no other user of this machine may read. */
export const privateFolder = 0o700;
export const privateFile = 0o600;

/**
 * Makes a folder that nobody else can write to, at a path where others may have made one before. Throws for a folder, or
 * anything else, that is not of these `owners` (user ids) alone.
 */
export function ensurePrivateFolder(path: string, owners: readonly number[]): void {
  try {
    mkdirSync(path, { mode: privateFolder });
    return;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const found = lstatSync(path);
  if (!found.isDirectory() || !owners.includes(found.uid) || (found.mode & 0o022) !== 0)
    throw new Error(`${path} is not a folder of this user alone, and is not used. Remove it and try again.`);
}

/** Makes a file private that an earlier version may have made otherwise, if it exists and is this user's. */
export function makePrivate(path: string): void {
  try {
    chmodSync(path, privateFile);
  } catch (error) {
    if (!["ENOENT", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

/**
 * Reads a file that holds a secret. Throws when other users may read or write it; a file of root may be open to a group, as
 * orchestrators mount secrets.
 */
export function readPrivateFile(path: string): Buffer {
  const { mode, uid } = statSync(path);
  const open = uid === 0 ? mode & 0o027 : mode & 0o077;
  if (open !== 0)
    throw new Error(`${path} is open to other users (mode ${(mode & 0o777).toString(8)}). Run: chmod 600 ${path}`);
  return readFileSync(path);
}
