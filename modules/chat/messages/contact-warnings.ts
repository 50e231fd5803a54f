export type ContactWarning = "PHONE_NUMBER" | "ACCOUNT_NUMBER" | "MESSENGER_ID";

const spelledDigits: Record<string, string> = {
  공: "0",
  영: "0",
  일: "1",
  이: "2",
  삼: "3",
  사: "4",
  오: "5",
  육: "6",
  륙: "6",
  칠: "7",
  팔: "8",
  구: "9",
  O: "0",
  o: "0",
  l: "1",
  I: "1",
};

const banks =
  /국민|신한|우리|하나|농협|기업|새마을|카카오뱅크|카뱅|토스|케이뱅크|우체국|수협|신협|제일|씨티|대구|부산|광주|전북|경남|은행|계좌|입금|송금|예금주|bank|account/i;
const messengers =
  /카톡|카카오톡|kakao|텔레그램|telegram|라인\s?(아이디|id)|line\s?id|위챗|wechat|디스코드|discord|인스타|오픈\s?채팅|open\.kakao\.com|t\.me\/|wa\.me\//i;

/**
 * What in a message leads out of the marketplace, where points and disputes do not follow: phone numbers, bank accounts
 * and messenger ids, also when they are dressed up (공일공, full-width digits, dots). A hint to both sides, not a
 * refusal, so it may err.
 */
export function contactWarnings(text: string): ContactWarning[] {
  const plain = text.normalize("NFKC");
  const warnings: ContactWarning[] = [];
  if (hasPhoneNumber(plain)) warnings.push("PHONE_NUMBER");
  if (hasAccountNumber(plain)) warnings.push("ACCOUNT_NUMBER");
  if (messengers.test(plain)) warnings.push("MESSENGER_ID");
  return warnings;
}

/** 01x-xxx(x)-xxxx, also spelled out. */
function hasPhoneNumber(text: string): boolean {
  const digits = text.replace(/[공영일이삼사오육륙칠팔구OolI]/g, (letter) => spelledDigits[letter] ?? letter);
  return /(?<!\d)(?:\+?82[\s.\-_/]*)?0?1[016789][\s.\-_/)(]*\d{3,4}[\s.\-_/)(]*\d{4}(?!\d)/.test(digits);
}

/** A long group of digits near a bank's name, or digits in the groups that accounts are written in. */
function hasAccountNumber(text: string): boolean {
  for (const match of text.matchAll(/(?<!\d)\d(?:[\s.\-_]?\d){9,15}(?!\d)/g)) {
    const digits = match[0].replace(/\D/g, "");
    if (/^01[016789]/.test(digits) && digits.length <= 11) continue;
    const around = text.slice(Math.max(0, match.index - 30), match.index + match[0].length + 30);
    if (banks.test(around)) return true;
    if (/^\d{3,6}-\d{2,6}-\d{3,7}(?:-\d{1,3})?$/.test(match[0])) return true;
  }
  return false;
}
