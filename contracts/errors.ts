/**
 * Every error a caller can see, by its stable code. `kind` is gRPC's status name; the HTTP status follows from it
 * unless `status` says otherwise. Texts may name a detail in braces: `{limit}`.
 */
export const errors = {
  // The request itself
  INVALID_INPUT: { kind: "INVALID_ARGUMENT", ko: "요청 내용이 올바르지 않습니다.", en: "The request is not valid." },
  INVALID_JSON: {
    kind: "INVALID_ARGUMENT",
    ko: "본문이 올바른 JSON이 아닙니다.",
    en: "The body is not valid JSON.",
  },
  INVALID_CURSOR: { kind: "INVALID_ARGUMENT", ko: "cursor 값이 올바르지 않습니다.", en: "The cursor is not valid." },
  IDEMPOTENCY_KEY_REQUIRED: {
    kind: "INVALID_ARGUMENT",
    ko: "Idempotency-Key 헤더가 필요합니다.",
    en: "This request needs an Idempotency-Key header.",
  },
  INVALID_IDEMPOTENCY_KEY: {
    kind: "INVALID_ARGUMENT",
    ko: "Idempotency-Key는 공백 없는 ASCII 1~64자여야 합니다.",
    en: "Idempotency-Key must be 1 to 64 visible ASCII characters.",
  },
  IDEMPOTENCY_KEY_REUSED: {
    kind: "FAILED_PRECONDITION",
    status: 422,
    ko: "같은 Idempotency-Key가 다른 내용의 요청에 이미 쓰였습니다.",
    en: "This Idempotency-Key was used with another body.",
  },
  IDEMPOTENCY_KEY_IN_FLIGHT: {
    kind: "ABORTED",
    ko: "같은 Idempotency-Key의 요청을 처리하고 있습니다. 잠시 뒤 다시 시도해 주세요.",
    en: "A request with this Idempotency-Key is still in flight. Try again shortly.",
  },
  NOT_FOUND: { kind: "NOT_FOUND", ko: "찾을 수 없습니다.", en: "Not found." },
  METHOD_NOT_ALLOWED: {
    kind: "UNIMPLEMENTED",
    status: 405,
    ko: "이 주소에서는 쓸 수 없는 메서드입니다.",
    en: "This address does not support the request's method.",
  },
  BODY_TOO_LARGE: {
    kind: "INVALID_ARGUMENT",
    status: 413,
    ko: "본문이 너무 큽니다.",
    en: "The body is too large.",
  },
  UNSUPPORTED_MEDIA_TYPE: {
    kind: "INVALID_ARGUMENT",
    status: 415,
    ko: "Content-Type은 application/json이어야 합니다.",
    en: "Content-Type must be application/json.",
  },

  // Who is asking
  UNAUTHENTICATED: { kind: "UNAUTHENTICATED", ko: "로그인이 필요합니다.", en: "Sign in first." },
  INVALID_ACCESS_TOKEN: {
    kind: "UNAUTHENTICATED",
    ko: "로그인이 만료되었거나 올바르지 않습니다.",
    en: "The access token is not valid or has expired.",
  },
  WRONG_ROLE: {
    kind: "PERMISSION_DENIED",
    ko: "이 역할로는 할 수 없는 일입니다.",
    en: "Your role does not allow this.",
  },
  NETWORK_BLOCKED: {
    kind: "PERMISSION_DENIED",
    ko: "이 네트워크에서는 이용할 수 없습니다.",
    en: "This marketplace is not open to your network.",
  },
  FOREIGN_ORIGIN: {
    kind: "PERMISSION_DENIED",
    ko: "다른 사이트에서 보낸 요청은 받지 않습니다.",
    en: "Requests from other sites are refused.",
  },

  // Load and dependencies
  TOO_MANY_REQUESTS: {
    kind: "RESOURCE_EXHAUSTED",
    ko: "요청이 너무 많습니다. 잠시 뒤 다시 시도해 주세요.",
    en: "Too many requests. Try again shortly.",
  },
  OVERLOADED: {
    kind: "UNAVAILABLE",
    ko: "지금 주문이 몰리고 있습니다. 잠시 뒤 다시 시도해 주세요.",
    en: "The server is busy. Try again shortly.",
  },
  UNAVAILABLE: {
    kind: "UNAVAILABLE",
    ko: "잠시 연결이 끊어졌습니다. 잠시 뒤 다시 시도해 주세요.",
    en: "A dependency is away. Try again shortly.",
  },
  DEADLINE_EXCEEDED: {
    kind: "DEADLINE_EXCEEDED",
    ko: "처리가 늦어지고 있습니다. 같은 Idempotency-Key로 다시 시도해 주세요.",
    en: "This took too long. Try again with the same Idempotency-Key.",
  },
  INTERNAL: {
    kind: "INTERNAL",
    ko: "서버에서 문제가 생겼습니다.",
    en: "Something went wrong on our side.",
  },

  // Accounts
  ALREADY_REGISTERED: {
    kind: "ALREADY_EXISTS",
    ko: "이미 가입된 이메일입니다.",
    en: "This email is already registered.",
  },
  NOT_FOUND_USER: { kind: "NOT_FOUND", ko: "가입되지 않은 사용자입니다.", en: "There is no such user." },
  LOGIN_FAILED: {
    kind: "UNAUTHENTICATED",
    ko: "이메일 또는 비밀번호가 맞지 않습니다.",
    en: "Email or password is wrong.",
  },
  EMAIL_NOT_VERIFIED: {
    kind: "PERMISSION_DENIED",
    ko: "이메일 인증을 먼저 마쳐 주세요.",
    en: "Verify your email first.",
  },
  ACCOUNT_SUSPENDED: {
    kind: "PERMISSION_DENIED",
    ko: "이용이 정지된 계정입니다. 고객센터에 문의해 주세요.",
    en: "This account is suspended. Ask the marketplace.",
  },
  ALREADY_SO: {
    kind: "FAILED_PRECONDITION",
    ko: "이미 그런 상태입니다.",
    en: "It is so already.",
  },
  NOT_YOURSELF: {
    kind: "FAILED_PRECONDITION",
    ko: "자기 계정에는 할 수 없는 일입니다.",
    en: "You cannot do this to your own account.",
  },
  ORDERS_UNDER_WAY: {
    kind: "FAILED_PRECONDITION",
    ko: "아직 진행 중인 주문이 {count}건 있습니다. 주문이 끝난 뒤에 탈퇴할 수 있습니다.",
    en: "{count} orders are still under way. You can leave once they are done.",
  },
  BALANCE_LEFT: {
    kind: "FAILED_PRECONDITION",
    ko: "포인트가 {balance}점 남아 있습니다. 쓰거나 출금하거나, 포기한다고 알려 주세요.",
    en: "{balance} points are left. Spend them, pay them out, or say that you give them up.",
  },
  WRONG_PASSWORD: {
    kind: "PERMISSION_DENIED",
    ko: "현재 비밀번호가 맞지 않습니다.",
    en: "The current password is wrong.",
  },
  CONFIRMATION_REQUIRED: {
    kind: "PERMISSION_DENIED",
    ko: "계속하려면 비밀번호를 다시 확인해 주세요.",
    en: "Confirm your password to go on.",
  },
  CODE_REQUIRED: {
    kind: "PERMISSION_DENIED",
    ko: "인증 앱의 코드를 입력해 주세요.",
    en: "A code of your authenticator app is needed.",
  },
  WRONG_CODE: {
    kind: "PERMISSION_DENIED",
    ko: "인증 코드가 맞지 않거나 이미 쓴 코드입니다.",
    en: "The code is wrong, or was used before.",
  },
  SECOND_FACTOR_REQUIRED: {
    kind: "PERMISSION_DENIED",
    ko: "관리자는 먼저 2단계 인증을 켜야 합니다.",
    en: "Administrators set up a second factor first.",
  },
  SECOND_FACTOR_ACTIVE: {
    kind: "FAILED_PRECONDITION",
    ko: "2단계 인증이 이미 켜져 있습니다.",
    en: "The second factor is active already.",
  },
  NO_SECOND_FACTOR: {
    kind: "FAILED_PRECONDITION",
    ko: "2단계 인증이 켜져 있지 않습니다.",
    en: "There is no second factor.",
  },
  WEAK_PASSWORD: {
    kind: "INVALID_ARGUMENT",
    ko: "너무 흔하거나 이메일과 같은 비밀번호입니다. 다른 비밀번호를 써 주세요.",
    en: "This password is too common. Choose another.",
  },
  INVALID_TOKEN: { kind: "INVALID_ARGUMENT", ko: "올바르지 않은 토큰입니다.", en: "The token is not valid." },
  TOKEN_EXPIRED: {
    kind: "FAILED_PRECONDITION",
    status: 410,
    ko: "기간이 지난 토큰입니다. 새 메일을 요청해 주세요.",
    en: "The token has expired. Ask for a new mail.",
  },
  INVALID_REFRESH_TOKEN: {
    kind: "UNAUTHENTICATED",
    ko: "다시 로그인해 주세요.",
    en: "Sign in again.",
  },

  // Points
  NOT_ENOUGH_BALANCE: {
    kind: "FAILED_PRECONDITION",
    ko: "포인트가 부족합니다.",
    en: "Not enough points.",
  },
  BALANCE_LIMIT: {
    kind: "FAILED_PRECONDITION",
    ko: "계정에 담을 수 있는 포인트 한도를 넘습니다.",
    en: "An account cannot hold that many points.",
  },
  PAYMENT_DECLINED: {
    kind: "FAILED_PRECONDITION",
    ko: "결제사가 결제를 거절했습니다.",
    en: "The payment was declined.",
  },
  PAYMENT_PENDING: {
    kind: "UNAVAILABLE",
    ko: "결제 결과를 확인하고 있습니다. 같은 Idempotency-Key로 다시 확인해 주세요.",
    en: "The payment's outcome is not known yet. Ask again with the same Idempotency-Key.",
  },
  PAYMENTS_NOT_SET_UP: {
    kind: "FAILED_PRECONDITION",
    ko: "아직 결제사가 연결되지 않아 포인트를 충전할 수 없습니다.",
    en: "Points cannot be topped up: no payment provider is set up yet.",
  },
  PAYOUTS_NOT_SET_UP: {
    kind: "FAILED_PRECONDITION",
    ko: "아직 출금사가 연결되지 않아 출금할 수 없습니다. 포인트는 그대로 있습니다.",
    en: "Points cannot be paid out: no payout provider is set up yet. Your points are unchanged.",
  },

  // Products
  NOT_FOUND_PRODUCT: { kind: "NOT_FOUND", ko: "상품을 찾을 수 없습니다.", en: "There is no such product." },
  NOT_FOUND_ITEM: { kind: "NOT_FOUND", ko: "상품 옵션을 찾을 수 없습니다.", en: "There is no such item." },
  SAME_PRODUCT_NAME: {
    kind: "ALREADY_EXISTS",
    ko: "같은 이름의 상품이 이미 있습니다.",
    en: "You already have a product of this name.",
  },
  SAME_ITEM_NAME: {
    kind: "ALREADY_EXISTS",
    ko: "같은 이름의 옵션이 이미 있습니다.",
    en: "The product already has an item of this name.",
  },
  TOO_MANY_ITEMS: {
    kind: "FAILED_PRECONDITION",
    ko: "상품 하나에 옵션은 {limit}개까지 둘 수 있습니다.",
    en: "A product takes at most {limit} items.",
  },

  // Cart and orders
  ITEM_COUNT_NOT_ENOUGH: {
    kind: "FAILED_PRECONDITION",
    ko: "재고가 부족합니다.",
    en: "Not enough stock.",
  },
  PURCHASE_LIMIT: {
    kind: "FAILED_PRECONDITION",
    ko: "한 사람이 {limit}개까지 살 수 있는 상품입니다. 지금까지 {bought}개를 구매했습니다.",
    en: "One buyer may buy at most {limit} of this product. You have bought {bought} so far.",
  },
  CART_EMPTY: { kind: "FAILED_PRECONDITION", ko: "장바구니가 비어 있습니다.", en: "The cart is empty." },
  CHECKOUT_IN_FLIGHT: {
    kind: "ABORTED",
    ko: "이 장바구니를 이미 결제하고 있습니다. 잠시 뒤 주문 내역을 확인해 주세요.",
    en: "This cart is being paid for already. Look at your orders in a moment.",
  },
  CART_FULL: {
    kind: "FAILED_PRECONDITION",
    ko: "장바구니에는 {limit}개 상품까지 담을 수 있습니다.",
    en: "A cart takes at most {limit} lines.",
  },
  PRICE_CHANGED: {
    kind: "FAILED_PRECONDITION",
    ko: "결제 금액이 바뀌었습니다. 새 금액을 확인해 주세요.",
    en: "The total has changed. Look at the new one.",
  },
  TOTAL_TOO_LARGE: {
    kind: "INVALID_ARGUMENT",
    ko: "한 번에 결제할 수 있는 금액을 넘었습니다.",
    en: "The total is more than one order takes.",
  },
  OWN_PRODUCT: {
    kind: "PERMISSION_DENIED",
    ko: "자신이 파는 상품은 살 수 없습니다.",
    en: "You cannot buy your own product.",
  },
  SELLER_NOT_ACTIVE: {
    kind: "FAILED_PRECONDITION",
    ko: "지금은 이 판매자의 상품을 살 수 없습니다.",
    en: "This seller is not selling at the moment.",
  },
  STOCK_CHANGED: {
    kind: "FAILED_PRECONDITION",
    ko: "그사이 재고가 {stock}개로 바뀌었습니다. 확인하고 다시 저장해 주세요.",
    en: "The stock has changed to {stock} meanwhile. Check it and save again.",
  },
  NOT_FOUND_REVIEW: { kind: "NOT_FOUND", ko: "후기를 찾을 수 없습니다.", en: "There is no such review." },
  NOT_RECEIVED: {
    kind: "FAILED_PRECONDITION",
    ko: "받은 상품에만 후기를 쓸 수 있습니다.",
    en: "Only a product that was delivered can be reviewed.",
  },
  WISHLIST_FULL: {
    kind: "FAILED_PRECONDITION",
    ko: "찜 목록이 가득 찼습니다.",
    en: "The wishlist is full.",
  },
  NOT_FOUND_REPORT: { kind: "NOT_FOUND", ko: "신고를 찾을 수 없습니다.", en: "There is no such report." },
  NOT_FOUND_DISPUTE: { kind: "NOT_FOUND", ko: "분쟁을 찾을 수 없습니다.", en: "There is no such dispute." },
  NOT_FOUND_EVENT: { kind: "NOT_FOUND", ko: "이벤트를 찾을 수 없습니다.", en: "There is no such event." },
  ALREADY_DISPUTED: {
    kind: "ALREADY_EXISTS",
    ko: "이 주문에는 이미 분쟁이 접수되었습니다.",
    en: "This order was disputed already.",
  },
  ALREADY_DECIDED: {
    kind: "FAILED_PRECONDITION",
    ko: "이미 처리된 건입니다.",
    en: "This was decided already.",
  },
  NOT_FOUND_ORDER: { kind: "NOT_FOUND", ko: "주문을 찾을 수 없습니다.", en: "There is no such order." },
  ILLEGAL_TRANSITION: {
    kind: "FAILED_PRECONDITION",
    ko: "지금 주문 상태에서는 할 수 없는 일입니다.",
    en: "The order's status does not allow this.",
  },
  ORDER_VOIDED: {
    kind: "FAILED_PRECONDITION",
    ko: "결제가 취소된 주문입니다.",
    en: "This order's payment was called off.",
  },

  // Chat
  NOT_FOUND_ROOM: { kind: "NOT_FOUND", ko: "대화방을 찾을 수 없습니다.", en: "There is no such room." },
  NOT_FOUND_MESSAGE: { kind: "NOT_FOUND", ko: "메시지를 찾을 수 없습니다.", en: "There is no such message." },
  NOT_FOUND_OFFER: { kind: "NOT_FOUND", ko: "제안을 찾을 수 없습니다.", en: "There is no such offer." },
  NOT_FOUND_IMAGE: { kind: "NOT_FOUND", ko: "이미지를 찾을 수 없습니다.", en: "There is no such image." },
  NOT_FOUND_QUICK_REPLY: {
    kind: "NOT_FOUND",
    ko: "빠른 답장을 찾을 수 없습니다.",
    en: "There is no such quick reply.",
  },
  MESSAGE_TOO_LONG: {
    kind: "INVALID_ARGUMENT",
    ko: "메시지가 너무 깁니다. 4 KiB까지 보낼 수 있습니다.",
    en: "The message is too long; 4 KiB is the most.",
  },
  BLOCKED: {
    kind: "PERMISSION_DENIED",
    ko: "상대가 대화를 차단했습니다.",
    en: "The other side has blocked this conversation.",
  },
  NOT_ROOM_OWNER: {
    kind: "PERMISSION_DENIED",
    ko: "방을 만든 사람만 할 수 있는 일입니다.",
    en: "Only whoever made the room may do this.",
  },
  ROOM_FULL: {
    kind: "FAILED_PRECONDITION",
    ko: "방에는 {max}명까지 들어올 수 있습니다.",
    en: "A room takes at most {max} people.",
  },
  TOO_MANY_ROOMS: {
    kind: "RESOURCE_EXHAUSTED",
    ko: "하루에 새로 열 수 있는 대화방 수를 넘었습니다.",
    en: "You have opened too many new rooms today.",
  },
  NOT_ONE_TO_ONE: {
    kind: "FAILED_PRECONDITION",
    ko: "가격 제안은 구매자와 판매자 둘의 대화에서만 할 수 있습니다.",
    en: "Offers are made in rooms of one buyer and one seller.",
  },
  OFFER_CLOSED: {
    kind: "FAILED_PRECONDITION",
    ko: "이미 끝난 제안입니다.",
    en: "The offer is not open any more.",
  },
  OWN_OFFER: {
    kind: "FAILED_PRECONDITION",
    ko: "자신의 제안은 수락할 수 없습니다.",
    en: "You cannot accept your own offer.",
  },
  TOO_MANY_QUICK_REPLIES: {
    kind: "FAILED_PRECONDITION",
    ko: "빠른 답장은 {max}개까지 둘 수 있습니다.",
    en: "There may be at most {max} quick replies.",
  },
  NOT_AN_IMAGE: {
    kind: "INVALID_ARGUMENT",
    status: 415,
    ko: "JPEG, PNG, WebP, GIF 이미지만 올릴 수 있습니다.",
    en: "Only JPEG, PNG, WebP and GIF images can be uploaded.",
  },
  IMAGE_TOO_LARGE: {
    kind: "INVALID_ARGUMENT",
    status: 413,
    ko: "이미지가 너무 큽니다.",
    en: "The image is too large.",
  },
  UPGRADE_REQUIRED: {
    kind: "FAILED_PRECONDITION",
    status: 426,
    ko: "WebSocket으로 연결해 주세요.",
    en: "Connect with a WebSocket.",
  },

  // The chat's socket
  INVALID_FRAME: { kind: "INVALID_ARGUMENT", ko: "프레임이 올바르지 않습니다.", en: "The frame is not valid." },
  TOO_MANY_SOCKETS: {
    kind: "RESOURCE_EXHAUSTED",
    ko: "한 사람이 동시에 열 수 있는 연결 수를 넘었습니다.",
    en: "You have too many connections open.",
  },
} as const satisfies Record<string, ErrorDefinition>;

/** gRPC's status names, as far as we use them. */
export type ErrorKind =
  | "INVALID_ARGUMENT"
  | "UNAUTHENTICATED"
  | "PERMISSION_DENIED"
  | "NOT_FOUND"
  | "ALREADY_EXISTS"
  | "FAILED_PRECONDITION"
  | "ABORTED"
  | "RESOURCE_EXHAUSTED"
  | "UNIMPLEMENTED"
  | "UNAVAILABLE"
  | "DEADLINE_EXCEEDED"
  | "INTERNAL";

export type ErrorDefinition = { kind: ErrorKind; status?: number; ko: string; en: string };
export type ErrorCode = keyof typeof errors;

const statusOfKind: Record<ErrorKind, number> = {
  INVALID_ARGUMENT: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  FAILED_PRECONDITION: 409,
  ABORTED: 409,
  RESOURCE_EXHAUSTED: 429,
  UNIMPLEMENTED: 501,
  UNAVAILABLE: 503,
  DEADLINE_EXCEEDED: 503,
  INTERNAL: 500,
};

/** The HTTP status that an error code answers with. */
export function httpStatus(code: ErrorCode): number {
  const definition: ErrorDefinition = errors[code];
  return definition.status ?? statusOfKind[definition.kind];
}

/** Whether a word, such as a code from another process, is one of our error codes. */
export function isErrorCode(word: string): word is ErrorCode {
  return Object.hasOwn(errors, word);
}
