// Mutations of queues and waiting lists.
import { inSeconds, joinQueue, newQueue, openQueue, untilServing } from "../../queues.ts";
import { joinWaitlist, openWaitlist } from "../../waitlists.ts";
import { key } from "../stage.ts";
import { asks, gives, type Mutations } from "./asked.ts";

export const WAITING: Mutations = {
  openQueue: async ({ owner, onSale }) => gives(owner, { ...newQueue(await onSale()), idempotencyKey: key() }),
  steerQueue: async ({ owner, onSale }) =>
    gives(owner, { eventId: await openQueue(owner, await onSale()), note: "Soon" }),
  joinQueue: async ({ owner, onSale, somebody }) =>
    asks(await somebody(), { eventId: await openQueue(owner, await onSale()) }),
  reviewQueueEntry: async ({ owner, onSale, somebody, heldEntry }) => {
    const [eventId, person] = [await openQueue(owner, await onSale()), await somebody()];
    await joinQueue(person, eventId);
    return gives(owner, { eventId, entryId: await heldEntry(eventId, person), decision: "RELEASED" });
  },
  leaveQueue: async ({ owner, onSale, somebody }) => {
    const [eventId, person] = [await openQueue(owner, await onSale()), await somebody()];
    await joinQueue(person, eventId);
    return asks(person, { eventId });
  },
  enterSale: async ({ owner, onSale, somebody }) => {
    const [eventId, person] = [await openQueue(owner, await onSale(), { drawAt: inSeconds(1) }), await somebody()];
    await joinQueue(person, eventId);
    await untilServing(person, eventId);
    return asks(person, { eventId });
  },
  setWaitlist: async ({ owner, onSale }) => gives(owner, { eventId: await onSale(), state: "OPEN" }),
  joinWaitlist: async ({ owner, onSale, somebody }) => {
    const [eventId, person] = [await onSale(), await somebody()];
    await openWaitlist(owner, eventId);
    return gives(person, { eventId, quantity: 1, idempotencyKey: key() });
  },
  leaveWaitlist: async ({ owner, onSale, somebody }) => {
    const [eventId, person] = [await onSale(), await somebody()];
    await openWaitlist(owner, eventId);
    return asks(person, { entryId: (await joinWaitlist(person, eventId)).id });
  },
};
