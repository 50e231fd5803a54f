/** The shops and goods of the demo marketplace. All of them are made up. */

export type DemoShop = { email: string; name: string; category: string };

export const shops: DemoShop[] = [
  { email: "owol@demo.jangteo.example", name: "오월의 옷장", category: "fashion" },
  { email: "dalbit@demo.jangteo.example", name: "달빛화장대", category: "beauty" },
  { email: "badabapsang@demo.jangteo.example", name: "바다밥상", category: "food" },
  { email: "hangyeol@demo.jangteo.example", name: "한결살림", category: "living" },
  { email: "bueokgan@demo.jangteo.example", name: "부엌간", category: "kitchen" },
  { email: "modu@demo.jangteo.example", name: "모두전자", category: "digital" },
  { email: "sanneomeo@demo.jangteo.example", name: "산너머 스포츠", category: "sports" },
  { email: "kongal@demo.jangteo.example", name: "콩알상회", category: "kids" },
  { email: "mungnyang@demo.jangteo.example", name: "멍냥 연구소", category: "pets" },
  { email: "jongi@demo.jangteo.example", name: "종이와 연필", category: "books" },
];

export const buyer = { email: "buyer@demo.jangteo.example", name: "김단골", points: 1_000_000 };

export const reviewers = [
  { email: "haneul@demo.jangteo.example", name: "이하늘" },
  { email: "minseo@demo.jangteo.example", name: "박민서" },
  { email: "jiho@demo.jangteo.example", name: "최지호" },
  { email: "sora@demo.jangteo.example", name: "정소라" },
  { email: "taeyang@demo.jangteo.example", name: "한태양" },
];

export const opinions = [
  { rating: 5, body: "사진보다 실물이 더 좋아요. 포장도 꼼꼼했습니다." },
  { rating: 5, body: "두 번째 구매예요. 선물했더니 정말 좋아하시네요." },
  { rating: 4, body: "마음에 듭니다. 배송이 하루만 더 빨랐으면 별 다섯이에요." },
  { rating: 5, body: "판매자님이 채팅으로 친절히 답해 주셔서 믿고 샀어요." },
  { rating: 4, body: "가격 생각하면 아주 만족합니다." },
  { rating: 3, body: "생각보다 조금 작아요. 크기를 꼭 확인하세요." },
  { rating: 5, body: "매일 씁니다. 하나 더 사려고 해요." },
];

export const operator = { email: "admin@demo.jangteo.example", name: "장터 지기" };

/** The password of every test account, the demo's people too. */
export const demoPassword = "jangteo-tester";

type Option = [name: string, extra: number];
type Kind = { name: string; price: number; options: Option[]; text: string };
type Shelf = { kinds: Kind[]; variants: [name: string, factor: number][] };

const one: Option[] = [["기본", 0]];
const sizes: Option[] = [
  ["S", 0],
  ["M", 0],
  ["L", 0],
  ["XL", 2_000],
];
const shoes: Option[] = [
  ["240", 0],
  ["250", 0],
  ["260", 0],
  ["270", 0],
  ["280", 0],
];
const colours: Option[] = [
  ["아이보리", 0],
  ["차콜", 0],
  ["올리브", 1_000],
];
const packs: Option[] = [
  ["1개", 0],
  ["3개 묶음", 0],
  ["6개 묶음", 0],
];

const kind = (name: string, price: number, options: Option[], text: string): Kind => ({ name, price, options, text });

const shelves: Record<string, Shelf> = {
  fashion: {
    variants: [
      ["데일리", 1],
      ["오버핏", 1.1],
      ["프리미엄", 1.6],
    ],
    kinds: [
      kind("린넨 셔츠", 39_000, sizes, "바람이 잘 통하는 린넨 100% 셔츠입니다. 구김마저 자연스러워요."),
      kind("코튼 맨투맨", 32_000, sizes, "도톰한 면으로 짜서 세탁 뒤에도 목이 늘어나지 않습니다."),
      kind("와이드 데님 팬츠", 49_000, sizes, "허리는 편하고 다리는 길어 보이는 와이드 핏입니다."),
      kind("캐시미어 니트", 89_000, colours, "부드럽고 가벼운 캐시미어 혼방 니트입니다."),
      kind("플리스 집업", 45_000, sizes, "가볍고 따뜻해서 겨울 내내 손이 갑니다."),
      kind("누빔 조끼", 42_000, sizes, "겉옷 안에 입기 좋은 얇은 누빔 조끼입니다."),
      kind("캔버스 에코백", 18_000, colours, "책 다섯 권도 거뜬한 12온스 캔버스입니다."),
      kind("가죽 스니커즈", 79_000, shoes, "길들일수록 편해지는 소가죽 스니커즈입니다."),
      kind("울 머플러", 29_000, colours, "목에 닿는 느낌이 포근한 메리노 울입니다."),
      kind("기모 레깅스", 19_000, sizes, "안쪽에 기모를 더해 한겨울에도 따뜻합니다."),
    ],
  },
  beauty: {
    variants: [
      ["순한", 1],
      ["촉촉한", 1.15],
      ["대용량", 1.7],
    ],
    kinds: [
      kind("쌀뜨물 토너", 18_000, packs, "국내산 쌀 추출물로 피부결을 정돈합니다."),
      kind("어성초 진정 앰플", 24_000, packs, "붉어진 피부를 가라앉히는 어성초 앰플입니다."),
      kind("히알루론산 크림", 27_000, packs, "아침까지 당기지 않는 보습 크림입니다."),
      kind("무기자차 선크림", 21_000, packs, "백탁이 적고 눈이 시리지 않습니다. SPF50+ PA++++"),
      kind("동백 클렌징 오일", 23_000, packs, "제주 동백 오일로 진한 화장까지 부드럽게 지웁니다."),
      kind("약산성 폼 클렌저", 14_000, packs, "세안 뒤에도 당김이 없는 약산성 거품입니다."),
      kind("시카 마스크팩 10매", 15_000, one, "지친 날 저녁, 10분이면 충분합니다."),
      kind(
        "벨벳 립 틴트",
        13_000,
        [
          ["로즈", 0],
          ["코랄", 0],
          ["브릭", 0],
        ],
        "입술에 가볍게 물드는 매트 틴트입니다.",
      ),
      kind("두피 샴푸", 19_000, packs, "멘톨을 줄이고 두피의 균형을 맞춘 샴푸입니다."),
      kind("시어버터 핸드크림", 9_000, packs, "끈적이지 않고 오래가는 핸드크림입니다."),
    ],
  },
  food: {
    variants: [
      ["산지직송", 1],
      ["가정용", 0.85],
      ["선물용", 1.5],
    ],
    kinds: [
      kind(
        "제주 노지 감귤",
        19_900,
        [
          ["3kg", 0],
          ["5kg", 9_000],
          ["10kg", 24_000],
        ],
        "햇볕을 충분히 받은 노지 감귤, 주문받은 날 땁니다.",
      ),
      kind(
        "완도 전복",
        39_000,
        [
          ["10미", 0],
          ["20미", 33_000],
        ],
        "완도 앞바다에서 두 해를 키운 활전복입니다.",
      ),
      kind(
        "포항 과메기",
        28_000,
        [
          ["20미", 0],
          ["40미", 24_000],
        ],
        "해풍에 꾸덕하게 말렸습니다. 손질을 마쳐 바로 드세요.",
      ),
      kind(
        "철원 오대쌀",
        34_000,
        [
          ["5kg", 0],
          ["10kg", 28_000],
        ],
        "도정한 지 일주일이 넘지 않은 햅쌀만 보냅니다.",
      ),
      kind(
        "영주 부사 사과",
        29_000,
        [
          ["3kg", 0],
          ["5kg", 16_000],
        ],
        "아삭하고 단단한 부사 사과입니다.",
      ),
      kind(
        "국산 들기름",
        22_000,
        [
          ["180ml", 0],
          ["350ml", 17_000],
        ],
        "저온에서 천천히 볶아 짠 들기름입니다.",
      ),
      kind(
        "보리굴비",
        45_000,
        [
          ["5미", 0],
          ["10미", 41_000],
        ],
        "찬 녹차물에 밥 말아 한 점, 입맛이 돌아옵니다.",
      ),
      kind(
        "곶감",
        25_000,
        [
          ["20개", 0],
          ["40개", 22_000],
        ],
        "겉은 쫀득하고 속은 촉촉한 반건시입니다.",
      ),
      kind("수제 약과", 15_000, packs, "집에서 고운 조청으로 만든 약과입니다."),
      kind("김부각", 12_000, packs, "찹쌀풀을 두 번 발라 바삭하게 튀겼습니다."),
    ],
  },
  living: {
    variants: [
      ["모던", 1],
      ["내추럴", 1.1],
      ["호텔식", 1.5],
    ],
    kinds: [
      kind(
        "순면 이불 세트",
        89_000,
        [
          ["싱글", 0],
          ["퀸", 20_000],
          ["킹", 35_000],
        ],
        "60수 순면이라 살에 닿는 느낌이 보송합니다.",
      ),
      kind("메모리폼 베개", 39_000, one, "목을 받쳐 주는 두 가지 높이의 베개입니다."),
      kind("호두나무 협탁", 119_000, one, "원목의 결을 살려 손으로 마감했습니다."),
      kind("간접 조명 스탠드", 59_000, colours, "눈이 편한 전구색, 세 단계로 밝기를 바꿉니다."),
      kind(
        "극세사 러그",
        69_000,
        [
          ["100×150", 0],
          ["150×200", 30_000],
        ],
        "통째로 물세탁이 되는 러그입니다.",
      ),
      kind("암막 커튼", 54_000, colours, "한낮에도 깜깜하게, 주문한 길이로 보냅니다."),
      kind(
        "소이 캔들",
        22_000,
        [
          ["무화과", 0],
          ["편백", 0],
          ["백차", 0],
        ],
        "그을음이 적은 콩 왁스로 만들었습니다.",
      ),
      kind("규조토 발매트", 19_000, one, "물기를 바로 머금고 빨리 마릅니다."),
      kind(
        "라탄 수납 바구니",
        27_000,
        [
          ["소", 0],
          ["중", 8_000],
          ["대", 15_000],
        ],
        "어디에 두어도 어울리는 손뜨개 바구니입니다.",
      ),
      kind(
        "공기정화 화분",
        32_000,
        [
          ["몬스테라", 0],
          ["스투키", 0],
          ["고무나무", 5_000],
        ],
        "물 주는 날을 적은 카드를 함께 드립니다.",
      ),
    ],
  },
  kitchen: {
    variants: [
      ["기본형", 1],
      ["손잡이", 1.1],
      ["명장", 1.9],
    ],
    kinds: [
      kind(
        "무쇠 프라이팬",
        49_000,
        [
          ["24cm", 0],
          ["28cm", 12_000],
        ],
        "한 번 길들이면 평생 쓰는 무쇠 팬입니다.",
      ),
      kind(
        "도자기 밥그릇 세트",
        36_000,
        [
          ["2인", 0],
          ["4인", 32_000],
        ],
        "이천에서 구운 백자 그릇입니다.",
      ),
      kind(
        "편백 도마",
        29_000,
        [
          ["중", 0],
          ["대", 11_000],
        ],
        "칼자국이 잘 남지 않고 향이 은은합니다.",
      ),
      kind("핸드드립 주전자", 39_000, one, "물줄기가 가늘고 고르게 떨어집니다."),
      kind(
        "스테인리스 냄비",
        59_000,
        [
          ["18cm", 0],
          ["22cm", 15_000],
        ],
        "통삼중이라 눌어붙지 않습니다.",
      ),
      kind("식칼", 45_000, one, "날이 오래가는 고탄소강 칼입니다."),
      kind(
        "유리 밀폐용기",
        24_000,
        [
          ["4개", 0],
          ["8개", 19_000],
        ],
        "뚜껑까지 열탕 소독이 됩니다.",
      ),
      kind(
        "방짜 유기 수저",
        55_000,
        [
          ["1벌", 0],
          ["2벌", 52_000],
        ],
        "두드려 만든 방짜 유기입니다.",
      ),
      kind("전기 그라인더", 69_000, one, "굵기 열두 단계의 조용한 커피 그라인더입니다."),
      kind("보온 도시락", 34_000, colours, "점심때까지 따뜻한 3단 도시락입니다."),
    ],
  },
  digital: {
    variants: [
      ["라이트", 1],
      ["프로", 1.6],
      ["미니", 0.8],
    ],
    kinds: [
      kind("무선 이어폰", 69_000, colours, "귀에 맞춘 듯 편하고, 한 번 충전에 여덟 시간 갑니다."),
      kind(
        "기계식 키보드",
        89_000,
        [
          ["적축", 0],
          ["갈축", 0],
          ["청축", 0],
        ],
        "도각도각, 오래 두드려도 손목이 편합니다.",
      ),
      kind("무소음 마우스", 29_000, colours, "도서관에서도 눈치 보이지 않는 조용한 클릭입니다."),
      kind(
        "보조 배터리",
        35_000,
        [
          ["10000mAh", 0],
          ["20000mAh", 15_000],
        ],
        "노트북까지 충전하는 65W 출력입니다.",
      ),
      kind("USB-C 허브", 42_000, one, "모니터와 카드, 충전까지 하나로 잇습니다."),
      kind("블루투스 스피커", 59_000, colours, "욕실에서도 괜찮은 생활 방수 스피커입니다."),
      kind("스마트 체중계", 39_000, one, "가족 여덟 명까지 따로 기록합니다."),
      kind("노트북 거치대", 32_000, one, "시선을 높여 목이 편해집니다. 접으면 한 손에 들어옵니다."),
      kind("웹캠", 49_000, one, "어두운 방에서도 얼굴이 또렷합니다."),
      kind("무드등 시계", 27_000, colours, "아침을 빛으로 깨워 주는 시계입니다."),
    ],
  },
  sports: {
    variants: [
      ["입문용", 1],
      ["경량", 1.3],
      ["올시즌", 1.2],
    ],
    kinds: [
      kind("러닝화", 89_000, shoes, "발을 디딜 때마다 가볍게 밀어 줍니다."),
      kind(
        "요가 매트",
        32_000,
        [
          ["6mm", 0],
          ["10mm", 8_000],
        ],
        "미끄럽지 않고 냄새가 없는 TPE 매트입니다.",
      ),
      kind(
        "등산 배낭",
        79_000,
        [
          ["20L", 0],
          ["35L", 25_000],
        ],
        "등판이 떠 있어 땀이 덜 찹니다.",
      ),
      kind("캠핑 의자", 39_000, colours, "앉으면 일어나기 싫은 낮은 의자입니다."),
      kind(
        "자전거 헬멧",
        49_000,
        [
          ["M", 0],
          ["L", 0],
        ],
        "통풍구가 많아 여름에도 시원합니다.",
      ),
      kind(
        "덤벨",
        24_000,
        [
          ["3kg", 0],
          ["5kg", 9_000],
          ["8kg", 21_000],
        ],
        "바닥이 상하지 않게 고무를 입혔습니다.",
      ),
      kind("배드민턴 라켓", 45_000, one, "가볍고 탄력 있는 카본 라켓입니다."),
      kind("수영 고글", 19_000, colours, "눈자국이 덜 남는 부드러운 실리콘입니다."),
      kind("트레킹 스틱", 36_000, one, "접으면 배낭 옆에 쏙 들어갑니다."),
      kind(
        "보온 물병",
        28_000,
        [
          ["500ml", 0],
          ["1L", 9_000],
        ],
        "얼음이 스무 시간 남아 있습니다.",
      ),
    ],
  },
  kids: {
    variants: [
      ["아기", 1],
      ["어린이", 1.2],
      ["친환경", 1.4],
    ],
    kinds: [
      kind(
        "원목 블록",
        39_000,
        [
          ["50조각", 0],
          ["100조각", 32_000],
        ],
        "모서리를 둥글게 깎고 천연 기름으로 마감했습니다.",
      ),
      kind("거즈 손수건 10장", 15_000, one, "두 번 삶아 보드랍게 만든 거즈입니다."),
      kind("그림책 전집", 119_000, one, "잠자리에서 읽기 좋은 열두 권입니다."),
      kind(
        "내복",
        19_000,
        [
          ["90", 0],
          ["100", 0],
          ["110", 0],
          ["120", 0],
        ],
        "상표를 겉에 달아 살이 쓸리지 않습니다.",
      ),
      kind("실리콘 식판", 22_000, colours, "식탁에 딱 붙어 엎지르지 않습니다."),
      kind(
        "애착 인형",
        27_000,
        [
          ["토끼", 0],
          ["곰", 0],
          ["고래", 0],
        ],
        "솔기까지 손으로 확인한 인형입니다.",
      ),
      kind(
        "물감 세트",
        18_000,
        [
          ["12색", 0],
          ["24색", 11_000],
        ],
        "물로 쉽게 지워지는 식물성 물감입니다.",
      ),
      kind("킥보드", 69_000, colours, "밤에도 보이는 발광 바퀴입니다."),
      kind(
        "장화",
        24_000,
        [
          ["150", 0],
          ["160", 0],
          ["170", 0],
          ["180", 0],
        ],
        "비 오는 날이 기다려지는 가벼운 장화입니다.",
      ),
      kind("목욕 장난감", 14_000, one, "속까지 씻을 수 있어 곰팡이가 생기지 않습니다."),
    ],
  },
  pets: {
    variants: [
      ["강아지", 1],
      ["고양이", 1],
      ["노령견·노령묘", 1.3],
    ],
    kinds: [
      kind("연어 동결건조 간식", 13_000, packs, "연어 한 가지로만 만들었습니다."),
      kind(
        "푹신 방석",
        35_000,
        [
          ["S", 0],
          ["M", 9_000],
          ["L", 18_000],
        ],
        "관절이 편한 두툼한 방석입니다.",
      ),
      kind("자동 급식기", 89_000, one, "집을 비워도 정해진 시간에 밥을 줍니다."),
      kind("이동 가방", 49_000, colours, "안에서 밖이 보여 덜 불안해합니다."),
      kind("빗", 12_000, one, "빠진 털만 걸러 내는 부드러운 빗입니다."),
      kind("정수기 물그릇", 39_000, one, "흐르는 물이라 더 자주 마십니다."),
      kind("장난감 공", 9_000, packs, "씹어도 부서지지 않는 천연 고무입니다."),
      kind(
        "유산균",
        24_000,
        [
          ["30포", 0],
          ["60포", 21_000],
        ],
        "밥에 뿌려 주는 장 건강 유산균입니다.",
      ),
      kind("치약 칫솔 세트", 15_000, one, "닭고기 맛이라 양치를 기다립니다."),
      kind(
        "겨울 조끼",
        26_000,
        [
          ["S", 0],
          ["M", 2_000],
          ["L", 4_000],
        ],
        "배까지 덮어 주는 따뜻한 조끼입니다.",
      ),
    ],
  },
  books: {
    variants: [
      ["초록", 1],
      ["한지", 1.4],
      ["클래식", 1.2],
    ],
    kinds: [
      kind(
        "만년필",
        39_000,
        [
          ["EF", 0],
          ["F", 0],
          ["M", 0],
        ],
        "처음 쓰는 분도 편한 부드러운 촉입니다.",
      ),
      kind("줄 노트", 7_000, packs, "만년필이 번지지 않는 종이입니다."),
      kind("탁상 달력", 12_000, one, "하루 한 칸, 넉넉히 적을 수 있습니다."),
      kind(
        "연필 세트",
        9_000,
        [
          ["HB", 0],
          ["2B", 0],
          ["4B", 0],
        ],
        "삼나무로 만든 열두 자루입니다.",
      ),
      kind("가죽 필통", 29_000, colours, "쓸수록 색이 깊어지는 통가죽입니다."),
      kind("독서대", 24_000, one, "책을 펼친 채로 눌러 줍니다."),
      kind("엽서 묶음", 8_000, one, "작가들의 그림을 담은 열두 장입니다."),
      kind("마스킹 테이프", 5_000, packs, "자국 없이 떨어집니다."),
      kind("시집", 12_000, one, "천천히 읽고 싶은 여백이 많은 시집입니다."),
      kind(
        "수채 물감",
        33_000,
        [
          ["12색", 0],
          ["24색", 28_000],
        ],
        "맑게 번지는 고체 물감입니다.",
      ),
    ],
  },
};

export type DemoProduct = {
  name: string;
  description: string;
  categoryId: string;
  images: string[];
  items: { name: string; price: number; stock: number }[];
};

/** The goods of one shop: ten kinds in three variants. Always the same. */
export function productsOf(shop: DemoShop): DemoProduct[] {
  const { kinds, variants } = shelves[shop.category]!;
  return variants.flatMap(([variant, factor], row) =>
    kinds.map(({ name, price, options, text }, column): DemoProduct => {
      const number = row * kinds.length + column;
      return {
        name: `${variant} ${name}`,
        description: text,
        categoryId: shop.category,
        images: [`/pictures/${shop.category}-${number % 10}.webp`],
        items: options.map(([option, extra], index) => ({
          name: option,
          price: Math.round((price * factor * packSize(option) + extra) / 100) * 100,
          stock: stockOf(number, index),
        })),
      };
    }),
  );
}

/** A bundle costs a little less than its pieces. */
function packSize(option: string): number {
  const pieces = Number(/^(\d)개 묶음$/.exec(option)?.[1] ?? 1);
  return pieces === 1 ? 1 : pieces * 0.9;
}

/** Between a handful and plenty, here and there nothing. */
function stockOf(number: number, index: number): number {
  return (number * 7 + index * 13) % 17 === 0 ? 0 : 5 + ((number * 31 + index * 17) % 90);
}
