import { convertHangulToQwerty, convertQwertyToHangul, disassemble, getChoseong } from "es-hangul";

/*
 * How Korean names are made searchable. A name is written out as jamo without spaces ("가방" → "ㄱㅏㅂㅏㅇ"), so what is
 * typed so far ("가ㅂ", "갑") is simply its beginning. Pieces (grams) of it that begin at a syllable, of several lengths,
 * are what the index holds; and so are pieces of the initial consonants ("ㄱㅂ", 초성). A query is cut into the longest
 * pieces that begin at each of its syllables. They overlap, so a name that holds all of them holds the word.
 *
 * The index stores a 32-bit hash of each piece: a third of the room that the pieces themselves would take.
 */

/** Lengths, in jamo or Latin letters, of the pieces of the written-out name. */
const gramLengths = [1, 2, 3, 5];
/** Lengths of the pieces of the initial consonants; a single one is a piece of the name already. */
const choseongLengths = [2, 3];
/** Longer names are searchable by their beginning. */
const nameMax = 60;
const wordsMax = 6;
const gramsPerWordMax = 12;

/** Lower case, one form of each syllable, and nothing but letters, digits and single spaces. */
function plain(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const isJamo = (character: string) => character >= "ㄱ" && character <= "ㅣ";
const isSyllable = (character: string) => character >= "가" && character <= "힣";
const isConsonant = (character: string) => character >= "ㄱ" && character <= "ㅎ";

/** FNV-1a over UTF-16 code units, as a signed 32-bit number. */
function hashGram(gram: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < gram.length; index++) hash = Math.imul(hash ^ gram.charCodeAt(index), 0x01000193);
  return hash | 0;
}

/** Text written out: what a typed query is the beginning of. */
export function writtenOut(text: string): string {
  return [...plain(text).replaceAll(" ", "")].map((character) => disassemble(character)).join("");
}

/** The initial consonants of a text, without spaces. */
export function initialsOf(text: string): string {
  return [...plain(text).replaceAll(" ", "")]
    .map((character) => (isSyllable(character) ? getChoseong(character) : character))
    .join("");
}

/** The hashed pieces that are stored to find a product by its name; each once. */
export function searchGramsOf(name: string): number[] {
  const characters = [...plain(name).replaceAll(" ", "")].slice(0, nameMax);
  const written = characters.map((character) => disassemble(character));
  const initials = characters.map((character) => (isSyllable(character) ? getChoseong(character) : character));
  const grams = new Set<string>();
  for (let start = 0; start < characters.length; start++) {
    const rest = written.slice(start, start + 5).join("");
    for (const length of gramLengths) if (rest.length >= length) grams.add(rest.slice(0, length));
    const consonants = initials.slice(start, start + 3).join("");
    for (const length of choseongLengths) if (consonants.length >= length) grams.add(consonants.slice(0, length));
  }
  return [...new Set([...grams].map(hashGram))];
}

/** How a query may be meant: as it stands, or as typed with the keyboard in the other language. */
export type Reading = "literal" | "other-keyboard";

/** The hashed pieces that a name must all hold, by word; none for a query without letters and digits. */
export function queryGramsOf(query: string, reading: Reading = "literal"): number[][] {
  const text = reading === "literal" ? query : onOtherKeyboard(query);
  const words = plain(text.slice(0, 200)).split(" ").filter(Boolean).slice(0, wordsMax);
  return words.map((word) => piecesOf(word).slice(0, gramsPerWordMax).map(hashGram));
}

function piecesOf(word: string): string[] {
  const characters = [...word].slice(0, nameMax);
  if (characters.length > 1 && characters.every(isConsonant)) {
    if (characters.length <= 3) return [word];
    return characters.slice(0, -2).map((_, start) => characters.slice(start, start + 3).join(""));
  }
  const written = characters.map((character) => disassemble(character));
  return written.map((_, start) => {
    const rest = written.slice(start, start + 5).join("");
    return rest.slice(
      0,
      gramLengths.findLast((length) => length <= rest.length),
    );
  });
}

/** "skdlzl" ↔ "나이키": the same keys on the other keyboard. */
export function onOtherKeyboard(query: string): string {
  const hasHangul = [...query].some((character) => isSyllable(character) || isJamo(character));
  return hasHangul ? convertHangulToQwerty(query) : convertQwertyToHangul(query);
}
