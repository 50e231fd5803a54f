import type { Answer } from "@jangteo/api-client";
import type { Cookies } from "@sveltejs/kit";

export type Basket = Answer<"/customer/cart", "get">;

const cookie = "jangteo_basket";

/** How many lines the basket holds, for the header: reading the basket itself would use its notices up. */
export function rememberBasket(cookies: Cookies, basket: Basket): Basket {
  cookies.set(cookie, String(basket.lines.length), {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: false,
    maxAge: 30 * 86_400,
  });
  return basket;
}

export function basketCount(cookies: Cookies): number {
  return Number(cookies.get(cookie) ?? 0) || 0;
}

export function forgetBasket(cookies: Cookies): void {
  cookies.delete(cookie, { path: "/" });
}
