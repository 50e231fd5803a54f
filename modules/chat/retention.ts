import type { PictureStore } from "@jangteo/kernel/images/picture-store.ts";
import { unusedImages } from "@jangteo/kernel/images/unused-images.ts";
import { deleteOldRows, type RetentionRule } from "@jangteo/kernel/retention/rule.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";

const daySeconds = 86_400;

/**
 * How long the chat module keeps its rows. Without a rule, and why: `room`, `member`, `event`, `offer` (conversations,
 * which their members read again), `order_notice` (each step of an order is posted once), `person`, `progress` (one row
 * each), `block`, `quick_reply` (until their owner removes them or closes the account), `report` (shown to administrators),
 * `audit_entry` (an audit log is never changed), `parked_event` (administrators decide).
 */
export function chatRetention(settings: Settings, pictures: PictureStore): RetentionRule[] {
  return [
    // An access token of an ended sign-in is refused for as long as it would be valid.
    deleteOldRows({
      name: "ended sign-ins",
      table: "ended_session",
      since: "at",
      keepDays: Math.max(settings.accessTokenSeconds, settings.testTokenSeconds) / daySeconds,
    }),
    deleteOldRows({ name: "reply times", table: "reply_time", since: "at", keepDays: settings.replyTimeKeepDays }),
    unusedImages("image", pictures, settings.unusedImageKeepDays),
  ];
}
