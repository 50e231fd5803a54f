import { convertHangulToQwerty, convertQwertyToHangul, disassemble, getChoseong } from "es-hangul";

/**
 * How Korean names are made searchable. A name is written out as jamo without spaces ("가방" → "ㄱㅏㅂㅏㅇ"), so what
 * is typed so far ("가ㅂ", "갑") is simply its beginning, and two syllables are long enough to be selective. Beside it
 * stand the initial consonants ("ㄱㅂ"). Pieces (grams) of both that begin at a syllable are what the index holds.
 */
export type SearchIndex = { text: string; choseong: string; grams: string[] };

/** Lengths, in jamo or Latin letters, of the pieces of the written-out name. */
const gramLengths = [1, 2, 3, 5, 8];
/** Lengths of the pieces of the initial consonants; a single one is a piece of the name already. */
const choseongLengths = [2, 3, 4];
/** Longer names are searchable by their beginning. */
const nameMax = 60;
const wordsMax = 6;

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

/** What is stored to find a product by its name. */
export function searchIndexOf(name: string): SearchIndex {
  const characters = [...plain(name).replaceAll(" ", "")].slice(0, nameMax);
  const written = characters.map((character) => disassemble(character));
  const initials = characters.map((character) => (isSyllable(character) ? getChoseong(character) : character));
  const grams = new Set<string>();
  for (let start = 0; start < characters.length; start++) {
    const rest = written.slice(start, start + 9).join("");
    for (const length of gramLengths) if (rest.length >= length) grams.add(rest.slice(0, length));
    const consonants = initials.slice(start, start + 4).join("");
    for (const length of choseongLengths) if (consonants.length >= length) grams.add(consonants.slice(0, length));
  }
  return { text: written.join(""), choseong: initials.join(""), grams: [...grams] };
}

/** One word of a query: the piece to look up, and what the name must hold where the piece is not the whole word. */
export type SearchWord = { gram: string; text?: string; choseong?: string };

/** How a query may be meant: as it stands, or as typed with the keyboard in the other language. */
export type Reading = "literal" | "other-keyboard";

/** The words of a query that the index is asked for; none for a query without letters and digits. */
export function searchWordsOf(query: string, reading: Reading = "literal"): SearchWord[] {
  const text = reading === "literal" ? query : onOtherKeyboard(query);
  return plain(text.slice(0, 200)).split(" ").filter(Boolean).slice(0, wordsMax).map(wordOf);
}

function wordOf(word: string): SearchWord {
  const characters = [...word].slice(0, nameMax);
  if (characters.length > 1 && characters.every(isConsonant)) {
    const length = choseongLengths.findLast((each) => each <= characters.length)!;
    const gram = characters.slice(0, length).join("");
    return length === characters.length ? { gram } : { gram, choseong: characters.join("") };
  }
  const written = characters.map((character) => disassemble(character)).join("");
  const length = gramLengths.findLast((each) => each <= written.length) ?? 1;
  const gram = written.slice(0, length);
  return length === written.length ? { gram } : { gram, text: written };
}

/** "skdlzl" ↔ "나이키": the same keys on the other keyboard. Unchanged where that makes no whole syllables or letters. */
export function onOtherKeyboard(query: string): string {
  const hasHangul = [...query].some((character) => isSyllable(character) || isJamo(character));
  return hasHangul ? convertHangulToQwerty(query) : convertQwertyToHangul(query);
}
