import { Id, Points } from "@jangteo/kernel/http/list.ts";
import { Type } from "typebox";

/** A product as lists show it. */
export const Found = Type.Object({
  id: Id,
  name: Type.String(),
  sellerName: Type.String(),
  priceFrom: Points,
  image: Type.Union([Type.String(), Type.Null()]),
  soldOut: Type.Boolean(),
});
