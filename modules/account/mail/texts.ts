import { withoutLinks } from "@jangteo/kernel/text/names.ts";
import type { Mail } from "./mail.ts";

type Role = "CUSTOMER" | "SELLER" | "ADMIN";

/** The mail that asks a new account to confirm its address. */
export function verificationMail(to: string, name: string, link: string): Mail {
  return compose(to, "[장터] 이메일 주소를 확인해 주세요", [
    `${withoutLinks(name)}님, 장터에 오신 것을 환영합니다.`,
    "아래 주소를 열면 가입이 끝납니다. 24시간 동안 한 번 쓸 수 있습니다.",
    link,
    "가입한 적이 없다면 이 메일을 무시하셔도 됩니다.",
  ]);
}

/** What someone who signs up with an address that is taken gets instead: the owner is told, nobody else learns of it. */
export function alreadyRegisteredMail(to: string, name: string): Mail {
  return compose(to, "[장터] 이미 가입된 이메일입니다", [
    `${withoutLinks(name)}님, 이 이메일로 다시 가입하려는 요청이 있었습니다.`,
    "이미 가입되어 있으니 그대로 로그인하시면 됩니다. 비밀번호를 잊으셨다면 비밀번호 찾기를 이용해 주세요.",
    "직접 하신 일이 아니라면 이 메일을 무시하셔도 됩니다.",
  ]);
}

/** The mail that lets its reader choose a new password. */
export function resetMail(to: string, name: string, role: Role, token: string, page?: string): Mail {
  return compose(to, "[장터] 비밀번호를 다시 정해 주세요", [
    `${withoutLinks(name)}님, ${role === "SELLER" ? "판매자" : "구매자"} 계정의 비밀번호를 다시 정할 수 있는 코드입니다. 한 번만 쓸 수 있습니다.`,
    token,
    ...(page ? ["아래 주소에서 바로 정할 수 있습니다.", page] : []),
    "요청한 적이 없다면 이 메일을 무시하셔도 됩니다. 비밀번호는 바뀌지 않습니다.",
  ]);
}

/** The mail to a new address: whoever opens its link makes it the account's. */
export function newAddressMail(to: string, name: string, link: string): Mail {
  return compose(to, "[장터] 새 이메일 주소를 확인해 주세요", [
    `${withoutLinks(name)}님, 아래 주소를 열면 이 이메일로 로그인하게 됩니다. 한 번만 쓸 수 있습니다.`,
    link,
    "요청한 적이 없다면 이 메일을 무시하셔도 됩니다.",
  ]);
}

const notices = {
  SIGN_IN: ["새 기기에서 로그인했습니다", "처음 보는 기기에서 로그인했습니다."],
  TOKEN_REUSED: ["로그인 정보가 도용되었을 수 있습니다", "이미 쓴 로그인 정보가 다시 쓰여, 그 로그인을 끝냈습니다."],
  PASSWORD_CHANGED: ["비밀번호를 바꾸었습니다", "비밀번호가 바뀌어 모든 기기에서 로그아웃했습니다."],
  PASSWORD_RESET: ["비밀번호를 다시 정했습니다", "메일의 코드로 비밀번호가 바뀌어 모든 기기에서 로그아웃했습니다."],
  EMAIL_CHANGED: [
    "이메일 주소를 바꾸었습니다",
    "로그인하는 이메일 주소가 바뀌었습니다. 이 주소로는 더 이상 로그인할 수 없습니다.",
  ],
  PAYOUT: ["출금을 신청했습니다", "포인트 출금이 신청되었습니다."],
  SECOND_FACTOR_ON: ["2단계 인증을 켰습니다", "이제 로그인할 때 인증 앱의 코드도 묻습니다."],
  WRONG_CODES: [
    "틀린 인증 코드가 여러 번 입력되었습니다",
    "비밀번호는 맞지만 인증 코드가 한 시간에 열 번 틀렸습니다. 비밀번호가 알려졌을 수 있습니다. 그동안은 복구 코드로 로그인할 수 있습니다.",
  ],
  SECOND_FACTOR_OFF: ["2단계 인증을 껐습니다", "이제 로그인할 때 인증 앱의 코드를 묻지 않습니다."],
} as const;
export type Notice = keyof typeof notices;

/** Tells an account's owner what happened to its safety, and what to do if it was somebody else. */
export function securityNotice(
  to: string,
  name: string,
  notice: Notice,
  origin: { userAgent: string; address: string },
): Mail {
  const [subject, what] = notices[notice];
  return compose(to, `[장터] ${subject}`, [
    `${withoutLinks(name)}님, ${what}`,
    `기기: ${withoutLinks(origin.userAgent || "알 수 없음")}`,
    `주소: ${withoutLinks(origin.address)}`,
    "직접 하신 일이 아니라면 바로 비밀번호를 바꾸고, 내 정보에서 다른 로그인을 모두 끝내 주세요.",
  ]);
}

/** A mail of plain paragraphs; one that is nothing but an http address becomes a link. */
export function compose(to: string, subject: string, paragraphs: string[]): Mail {
  const html = paragraphs
    .map((paragraph) => {
      const text = escapeHtml(paragraph);
      return /^https?:\/\/\S+$/.test(paragraph) ? `<p><a href="${text}">${text}</a></p>` : `<p>${text}</p>`;
    })
    .join("\n");
  return { to, subject, text: `${paragraphs.join("\n\n")}\n`, html: `<div lang="ko">\n${html}\n</div>` };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
