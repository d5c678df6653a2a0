/** What the buttons under the report of a delivery carry. */
export interface DeliveryPress {
  readonly action: 'delivery';
  readonly what: 'undo' | 'details';
  readonly deliveryId: string;
}

const PRESS = /^d:([ud]):([0-9a-z]{8})$/;

/** 12 bytes. */
export function encodeDeliveryPress({ what, deliveryId }: DeliveryPress): string {
  return `d:${what[0]}:${deliveryId}`;
}

/** `undefined` when it is none. */
export function decodeDeliveryPress(data: string): DeliveryPress | undefined {
  const [, letter, deliveryId] = PRESS.exec(data) ?? [];
  if (deliveryId === undefined) return undefined;
  return { action: 'delivery', what: letter === 'u' ? 'undo' : 'details', deliveryId };
}
