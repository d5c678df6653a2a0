/** Tool of the tests, part of the fake Bot API server: refusals in Telegram's own words. */

/** Thrown by a method of the fake server; becomes the error answer. */
export class BotApiRefusal extends Error {
  readonly errorCode: number;
  readonly parameters: Readonly<Record<string, number>> | undefined;

  constructor(errorCode: number, message: string, parameters?: Readonly<Record<string, number>>) {
    super(message);
    this.errorCode = errorCode;
    this.parameters = parameters;
  }
}

/** A 400 with Telegram's prefix. */
export function badRequest(what: string): BotApiRefusal {
  return new BotApiRefusal(400, `Bad Request: ${what}`);
}
