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
