/** Puts together what takes files and links from keepers. */
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from '../config.js';
import { createDeliveries, type Deliveries, type DeliveryPorts } from '../intake/deliveries.js';
import { decodeText } from './documents/decode-text.js';
import { createDeliveryFiles } from './documents/delivery-files.js';
import type { IntakeOverrides } from './open-intake.js';
import { createWebReader } from './web/web-reader.js';

const ID_LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

export function openDeliveries({
  config,
  web,
  ...ports
}: Pick<DeliveryPorts, 'ingest' | 'openStore' | 'remove'> &
  Pick<IntakeOverrides, 'web'> & { readonly config: Pick<Config, 'indexDir'> }): Deliveries {
  return createDeliveries({
    ...ports,
    store: createDeliveryFiles(join(config.indexDir, 'deliveries')),
    web: createWebReader({
      ...web,
      decode: (bytes, name, charset) => decodeText(bytes, name, charset).text,
    }),
    createId: () =>
      Array.from({ length: 8 }, () => ID_LETTERS[randomInt(ID_LETTERS.length)]).join(''),
  });
}
